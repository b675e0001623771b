namespace MCU.Integration.Workflows.Activities;

/// <summary>A handle of an output; write it with <see cref="Runtime.ActivityExecutionContext.Set{T}(Output{T}, T)"/>.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class Output<T> : IOutputHandle
{
    internal Output(string name) => Name = name;

    /// <inheritdoc />
    public string Name { get; }
}
