namespace MCU.Integration.Domain.Content;

/// <summary>Codes of <see cref="RuleProblem"/>; a contract with the console, which translates them.</summary>
public static class RuleProblemCodes
{
    /// <summary>Not JSON, or not UTF-8, or too deep, or a property stands twice.</summary>
    public const string InvalidJson = "invalid_json";

    /// <summary>The file is larger than 1 MiB.</summary>
    public const string TooLarge = "too_large";

    /// <summary>The file lies in no known folder.</summary>
    public const string UnknownKind = "unknown_kind";

    /// <summary>A required property is missing.</summary>
    public const string Required = "required";

    /// <summary>A property that the format does not have.</summary>
    public const string UnknownProperty = "unknown_property";

    /// <summary>Another JSON type was expected.</summary>
    public const string WrongType = "wrong_type";

    /// <summary>A value outside its range, pattern or vocabulary.</summary>
    public const string InvalidValue = "invalid_value";

    /// <summary>The same key, id or date twice.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>A reference to something that is not there.</summary>
    public const string UnknownReference = "unknown_reference";

    /// <summary>A body is above itself.</summary>
    public const string Circle = "circle";

    /// <summary>The calendar does not have as many working days as it says.</summary>
    public const string WorkingDayCount = "working_day_count";

    /// <summary>A date belongs to another year, or a weekend is named where a weekday belongs, or the other way round.</summary>
    public const string WrongDay = "wrong_day";

    /// <summary>A profile that may apply to appeals pauses its clock.</summary>
    public const string PauseForbidden = "pause_forbidden";

    /// <summary>A term counts working hours and the profile has no working time.</summary>
    public const string WorkingHoursMissing = "working_hours_missing";

    /// <summary>Two profiles are equally particular for the same case.</summary>
    public const string Ambiguous = "ambiguous";

    /// <summary>A legal regime has no standard profile.</summary>
    public const string ProfileMissing = "profile_missing";

    /// <summary>The regular expression is not valid or needs backtracking.</summary>
    public const string InvalidPattern = "invalid_pattern";

    /// <summary>Earlier rules take every decision of this rule whenever it matches.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>Two rules of the same order decide differently and may match together.</summary>
    public const string Conflict = "conflict";

    /// <summary>A rule answers by itself and does not exclude appeals.</summary>
    public const string AutoAnswerForAppeal = "auto_answer_for_appeal";
}
