using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Links;

/// <summary>How the hub tells a newer status of a system from an older one.</summary>
[JsonConverter(typeof(EnumWordConverter<LinkFreshness>))]
public enum LinkFreshness
{
    /// <summary>By revision if both are numbers, otherwise by the source's own time; neither → hold.</summary>
    Revision,

    /// <summary>By the source's own time only; none → hold.</summary>
    Timestamp,

    /// <summary>By arrival: for systems that give neither.</summary>
    Arrival,
}
