using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Tests.Runtime;

/// <summary>Does what the test says: once per run, and once per resumption if it waits.</summary>
[Activity("Test", "Test")]
public sealed class FlakyActivity : Activity
{
    /// <summary>What is thrown next; null for nothing.</summary>
    public sealed class Plan
    {
        public Queue<Exception?> Runs { get; } = [];

        public Queue<Exception?> Resumptions { get; } = [];

        public List<JsonNode?> Resumed { get; } = [];
    }

    [Input]
    public Input<bool> Waits { get; private set; } = null!;

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        Throw(context.Host.Get<Plan>()!.Runs);

        if (context.Get(Waits))
        {
            context.CreateBookmark(new Stimulus("Test.Flaky", null));
        }
        else
        {
            await context.CompleteAsync();
        }
    }

    protected override ValueTask ResumeAsync(ActivityExecutionContext context, Resumption resumption)
    {
        var plan = context.Host.Get<Plan>()!;
        plan.Resumed.Add(resumption.Input);
        Throw(plan.Resumptions);
        return context.CompleteAsync();
    }

    private static void Throw(Queue<Exception?> queue)
    {
        if (queue.TryDequeue(out var exception) && exception is not null)
        {
            throw exception;
        }
    }
}
