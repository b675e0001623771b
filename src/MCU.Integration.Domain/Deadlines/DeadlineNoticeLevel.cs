using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Deadlines;

/// <summary>How near the end of a term is.</summary>
[JsonConverter(typeof(EnumWordConverter<DeadlineNoticeLevel>))]
public enum DeadlineNoticeLevel
{
    /// <summary>It ends soon: there is time left to act.</summary>
    Soon,

    /// <summary>It has ended without an answer.</summary>
    Missed,
}
