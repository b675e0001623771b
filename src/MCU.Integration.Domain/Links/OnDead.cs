using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Links;

/// <summary>What happens to deliveries behind one that was given up.</summary>
[JsonConverter(typeof(EnumWordConverter<OnDead>))]
public enum OnDead
{
    /// <summary>They wait for a person (the default: order is kept).</summary>
    Hold,

    /// <summary>They go on without it.</summary>
    Release,
}
