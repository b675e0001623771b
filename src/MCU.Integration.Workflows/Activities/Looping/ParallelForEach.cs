using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Looping;

/// <summary>Runs an activity for all items of a list side by side. As in Elsa 3.8 a break does not leave it.</summary>
[Activity("Elsa", "Looping", DisplayName = "Parallel for Each", Description = "Schedule an activity for each item in parallel.")]
public sealed class ParallelForEach : Activity
{
    private const string Pending = "Pending";

    /// <summary>The list.</summary>
    [Input(UIHint = "singleline", TypeName = "Object", Description = "The items to iterate.")]
    public Input<JsonNode?[]> Items { get; set; } = null!;

    /// <summary>What runs for each item; it sees the variables CurrentValue and CurrentIndex.</summary>
    [Port]
    public ActivityNode? Body { get; set; }

    /// <inheritdoc />
    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var items = context.GetInput(nameof(Items)) as JsonArray ?? [];

        if (items.Count == 0 || Body is null)
        {
            await context.CompleteAsync();
            return;
        }

        context.SetProperty(Pending, items.Count);

        for (var i = 0; i < items.Count; i++)
        {
            context.Schedule(Body, null, LoopVariables.Of(items[i], i));
        }
    }

    /// <inheritdoc />
    protected internal override async ValueTask OnChildCompletedAsync(ActivityExecutionContext context, ChildCompletion completion)
    {
        var pending = (context.GetProperty(Pending).AsInteger() ?? 1) - 1;
        context.SetProperty(Pending, pending);

        if (pending <= 0)
        {
            await context.CompleteAsync();
        }
    }
}
