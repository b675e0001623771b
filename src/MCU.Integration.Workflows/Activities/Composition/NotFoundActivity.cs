using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Composition;

/// <summary>Stands for an activity whose type is unknown; only the designer sees it.</summary>
[Activity("Elsa", "System", IsBrowsable = false,
    Description = "A placeholder activity that will be used in case a workflow definition references an activity type that cannot be found.")]
public sealed class NotFoundActivity : Activity
{
    /// <summary>The type that is missing.</summary>
    [Input(IsBrowsable = false)]
    public string? MissingTypeName { get; set; }

    /// <inheritdoc />
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        throw new InvalidOperationException($"Activity type '{MissingTypeName}' could not be found.");
}
