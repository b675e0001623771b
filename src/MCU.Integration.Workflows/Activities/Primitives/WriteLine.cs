using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Primitives;

/// <summary>Writes a line, which the activity's record shows.</summary>
[Activity("Elsa", "Console", Description = "Write a line of text to the console.")]
public sealed class WriteLine : CodeActivity
{
    /// <summary>The line.</summary>
    [Input(UIHint = "singleline", Description = "The text to write.")]
    public Input<string?> Text { get; set; } = null!;

    /// <inheritdoc />
    protected override ValueTask RunAsync(ActivityExecutionContext context)
    {
        context.Host.Get<ITextOutput>()?.WriteLine(context.Get(Text));
        return ValueTask.CompletedTask;
    }
}
