using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Composition;

/// <summary>Completes the workflow around it with the given outcomes.</summary>
[Activity("Elsa", "Composition", Description = "Ends the composite activity around it as a whole, with the outcomes given.", IsTerminal = true)]
public sealed class Complete : Activity
{
    /// <summary>The outcomes: a name, a list of names, or the JSON text of a list.</summary>
    [Input(UIHint = "outcome-picker", DefaultSyntax = "Object", Description = "The outcome or outcomes to complete the current composite activity with.")]
    public Input<JsonNode?> Outcomes { get; set; } = null!;

    /// <inheritdoc />
    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var workflow = context.FindFrame()!;
        workflow.SetProperty(Workflow.OutcomesProperty, OutcomesOf(context.Get(Outcomes)));

        // Terminal: containers on the way complete by themselves; what is left is completed here.
        await context.CompleteAsync();
        await workflow.CompleteAsync();
    }

    /// <summary>
    /// The designer's outcome picker writes JSON text, which Elsa 3.8 takes for one outcome with brackets in its name. We read it as
    /// the list that it is; see docs/workflows/differences.md.
    /// </summary>
    private static JsonArray? OutcomesOf(JsonNode? value)
    {
        if (value.AsString() is { } text && text.TrimStart().StartsWith('['))
        {
            try
            {
                value = JsonValues.Parse(text);
            }
            catch (JsonException)
            {
                return [text];
            }
        }

        return value switch
        {
            null => null,
            JsonArray array => new JsonArray([.. array.Select(item => JsonValue.Create(item.AsText()))]),
            _ => [value.AsText()],
        };
    }
}
