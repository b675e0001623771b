using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Deadlines;

/// <summary>The unit of a term.</summary>
[JsonConverter(typeof(EnumWordConverter<DeadlineUnit>))]
public enum DeadlineUnit
{
    /// <summary>Calendar days.</summary>
    CalendarDay,

    /// <summary>Working days of the calendar.</summary>
    WorkingDay,

    /// <summary>Hours of a running clock.</summary>
    Hour,

    /// <summary>Hours of the working time on working days.</summary>
    WorkingHour,

    /// <summary>Minutes of a running clock: duty services.</summary>
    Minute,
}
