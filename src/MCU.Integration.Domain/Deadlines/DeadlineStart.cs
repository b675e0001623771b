using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Deadlines;

/// <summary>The moment from which a term runs.</summary>
[JsonConverter(typeof(EnumWordConverter<DeadlineStart>))]
public enum DeadlineStart
{
    /// <summary>When the submission was received.</summary>
    Received,

    /// <summary>When it was registered.</summary>
    Registered,

    /// <summary>When a body or executor was assigned.</summary>
    Assigned,
}
