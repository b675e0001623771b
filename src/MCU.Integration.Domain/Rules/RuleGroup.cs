using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Rules;

/// <summary>Kinds of decisions: in each the first matching rule wins, so that a routing rule does not block a tagging rule.</summary>
[JsonConverter(typeof(EnumWordConverter<RuleGroup>))]
public enum RuleGroup
{
    /// <summary>Which body gets the case.</summary>
    Route,

    /// <summary>Under which terms it runs.</summary>
    Deadline,

    /// <summary>How urgent it is.</summary>
    Priority,

    /// <summary>Which tags it gets.</summary>
    Tag,

    /// <summary>Which mass incident it belongs to.</summary>
    Incident,

    /// <summary>Which answer is proposed.</summary>
    Answer,

    /// <summary>Whether a person has to look first.</summary>
    Hold,
}
