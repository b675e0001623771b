using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Applicants;

/// <summary>Fields by which applicants can be found although they are sealed.</summary>
[JsonConverter(typeof(EnumWordConverter<IndexField>))]
public enum IndexField
{
    /// <summary>Surname.</summary>
    LastName,

    /// <summary>Phone.</summary>
    Phone,

    /// <summary>E-mail.</summary>
    Email,
}
