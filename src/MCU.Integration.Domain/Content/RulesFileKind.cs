using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Content;

/// <summary>Kinds of content files below <c>rules/</c>; the word of a kind is its folder.</summary>
[JsonConverter(typeof(EnumWordConverter<RulesFileKind>))]
public enum RulesFileKind
{
    /// <summary>Working days of a year.</summary>
    [JsonStringEnumMemberName("calendars")]
    Calendar,

    /// <summary>One version of a deadline profile.</summary>
    [JsonStringEnumMemberName("deadlines")]
    DeadlineProfile,

    /// <summary>A list of auto-rules.</summary>
    [JsonStringEnumMemberName("auto-rules")]
    AutoRules,

    /// <summary>Bodies and institutions.</summary>
    [JsonStringEnumMemberName("directory")]
    Directory,

    /// <summary>Districts and streets of a settlement.</summary>
    [JsonStringEnumMemberName("gazetteer")]
    Gazetteer,

    /// <summary>A dataset of the heat map.</summary>
    [JsonStringEnumMemberName("indicators")]
    Indicators,
}
