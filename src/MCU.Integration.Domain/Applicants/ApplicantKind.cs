using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Applicants;

/// <summary>Who applies.</summary>
[JsonConverter(typeof(EnumWordConverter<ApplicantKind>))]
public enum ApplicantKind
{
    /// <summary>A citizen.</summary>
    Citizen,

    /// <summary>An organisation.</summary>
    [JsonStringEnumMemberName("org")]
    Organisation,
}
