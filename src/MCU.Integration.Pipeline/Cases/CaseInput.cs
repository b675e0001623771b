using System.Text.Json.Nodes;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>What a workflow gets of a case as its input: facts for decisions, nothing personal.</summary>
public static class CaseInput
{
    /// <summary>An input object with <c>Event</c> and <c>Case</c>.</summary>
    public static JsonObject Of(Case @case, string moment) => new()
    {
        ["Event"] = moment,
        ["Case"] = new JsonObject
        {
            ["id"] = @case.Id.ToString(),
            ["number"] = @case.Number,
            ["kind"] = EnumWord.Of(@case.Kind),
            ["regime"] = EnumWord.Of(@case.Regime),
            ["status"] = EnumWord.Of(@case.Status),
            ["source"] = @case.Source,
            ["pace"] = EnumWord.Of(@case.Pace),
            ["priority"] = EnumWord.Of(@case.Priority),
            ["category"] = @case.Classifier.Category,
            ["subcategory"] = @case.Classifier.Subcategory,
            ["executor"] = @case.Route?.Body,
            ["round"] = @case.ReopenRound,
            ["tags"] = new JsonArray([.. @case.Tags.Select(tag => JsonValue.Create(tag))]),
        },
    };
}
