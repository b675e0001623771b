using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Deadlines;

/// <summary>Why a term could not be computed as it should; each is an alert.</summary>
[JsonConverter(typeof(EnumWordConverter<DeadlineProblemCode>))]
public enum DeadlineProblemCode
{
    /// <summary>No profile is for this case.</summary>
    NoProfile,

    /// <summary>There is no profile for the pace of this case; the standard one was taken.</summary>
    NoProfileForPace,

    /// <summary>A year that the term touches has no calendar.</summary>
    NoCalendar,

    /// <summary>The profile names a zone that this machine does not know.</summary>
    UnknownZone,

    /// <summary>The case was extended but its profile has no extension.</summary>
    ExtensionNotProvided,

    /// <summary>The case was extended beyond what its profile allows; the allowed end was taken.</summary>
    ExtensionTooLong,
}
