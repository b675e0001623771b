using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Links;

/// <summary>What to do with an incoming status.</summary>
[JsonConverter(typeof(EnumWordConverter<LinkVerdict>))]
public enum LinkVerdict
{
    /// <summary>Apply it to the case.</summary>
    Apply,

    /// <summary>Drop: not newer than what was seen.</summary>
    DropStale,

    /// <summary>Drop: our own change came back.</summary>
    DropEcho,

    /// <summary>Put it before a person.</summary>
    Hold,
}
