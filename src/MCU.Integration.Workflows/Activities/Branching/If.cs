using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Branching;

/// <summary>Runs one of two activities.</summary>
[Activity("Elsa", "Branching", Description = "Evaluate a Boolean condition to determine which activity to execute next.")]
public sealed class If : Activity
{
    /// <summary>The condition.</summary>
    [Input(UIHint = "singleline")]
    public Input<bool> Condition { get; set; } = null!;

    /// <summary>What runs if it holds.</summary>
    [Port]
    public ActivityNode? Then { get; set; }

    /// <summary>What runs otherwise.</summary>
    [Port]
    public ActivityNode? Else { get; set; }

    /// <summary>The condition's value.</summary>
    [Output]
    public Output<bool> Result { get; set; } = null!;

    /// <inheritdoc />
    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var condition = context.Get(Condition);
        context.Set(Result, condition);

        if ((condition ? Then : Else) is { } branch)
        {
            context.Schedule(branch);
        }
        else
        {
            await context.CompleteAsync();
        }
    }
}
