using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Links;

/// <summary>Whether deliveries of one case to this system keep their order.</summary>
[JsonConverter(typeof(EnumWordConverter<LinkOrder>))]
public enum LinkOrder
{
    /// <summary>One after the other: a delivery waits for the older ones of its case.</summary>
    Case,

    /// <summary>As they come.</summary>
    None,
}
