using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Looping;

/// <summary>Runs an activity for each item of a list, one after the other.</summary>
[Activity("Elsa", "Looping", DisplayName = "For Each", Description = "Iterate over a set of values.")]
public sealed class ForEach : Loop
{
    private const string CurrentIndex = "CurrentIndex";

    /// <summary>The list.</summary>
    [Input(UIHint = "singleline", Description = "The set of values to iterate.")]
    public Input<JsonNode?[]> Items { get; set; } = null!;

    /// <summary>What is repeated; it sees the variables CurrentValue and CurrentIndex.</summary>
    [Port]
    public ActivityNode? Body { get; set; }

    /// <summary>The current item.</summary>
    [Output]
    public Output<JsonNode?> CurrentValue { get; set; } = null!;

    /// <inheritdoc />
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context) => NextAsync(context);

    /// <inheritdoc />
    protected internal override ValueTask OnChildCompletedAsync(ActivityExecutionContext context, ChildCompletion completion) =>
        Breaking.IsSet(context) ? context.CompleteAsync() : NextAsync(context);

    private ValueTask NextAsync(ActivityExecutionContext context)
    {
        var items = context.GetInput(nameof(Items)) as JsonArray ?? [];
        var index = (int)(context.GetProperty(CurrentIndex).AsInteger() ?? 0);

        if (index >= items.Count)
        {
            return context.CompleteAsync();
        }

        context.Set(CurrentValue, items[index]);

        // Elsa 3.8 completes a loop without a body after its first item.
        if (Body is null)
        {
            return context.CompleteAsync();
        }

        context.SetProperty(CurrentIndex, index + 1);
        context.Schedule(Body, null, LoopVariables.Of(items[index], index));
        return ValueTask.CompletedTask;
    }
}
