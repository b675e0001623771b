using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Deliveries;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>What a workflow gets of a case as its input: facts for decisions, nothing personal.</summary>
public static class CaseInput
{
    /// <summary>An input object with <c>Event</c> and <c>Case</c>.</summary>
    public static JsonObject Of(Case @case, string moment, DeliveryRecovery? delivery = null)
    {
        var input = new JsonObject { ["Event"] = moment, ["Case"] = CaseOf(@case) };
        if (delivery is not null)
        {
            input["Delivery"] = JsonSerializer.SerializeToNode(delivery, JsonSerializerOptions.Web);
        }

        return input;
    }

    private static JsonObject CaseOf(Case @case) => new()
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
    };
}
