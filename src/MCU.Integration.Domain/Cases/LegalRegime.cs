using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Cases;

/// <summary>Which law sets the terms of a case; one ПОС inbox carries the first two.</summary>
[JsonConverter(typeof(EnumWordConverter<LegalRegime>))]
public enum LegalRegime
{
    /// <summary>A message: terms are set by regional and local acts.</summary>
    Message,

    /// <summary>An appeal under Federal Law 59-ФЗ.</summary>
    [JsonStringEnumMemberName("appeal_59fz")]
    Appeal59Fz,

    /// <summary>No appeal at all: 59-ФЗ does not apply to publications in open sources.</summary>
    None,
}
