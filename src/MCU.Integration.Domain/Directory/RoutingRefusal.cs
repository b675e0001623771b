using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Directory;

/// <summary>Why a route leads nowhere.</summary>
[JsonConverter(typeof(EnumWordConverter<RoutingRefusal>))]
public enum RoutingRefusal
{
    /// <summary>The directory does not know the body.</summary>
    UnknownBody,

    /// <summary>The body takes no cases.</summary>
    InactiveBody,

    /// <summary>The body does not have the executor.</summary>
    UnknownExecutor,

    /// <summary>Neither the body nor one above it has an id in the outside system.</summary>
    NoExternalId,
}
