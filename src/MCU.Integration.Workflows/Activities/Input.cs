namespace MCU.Integration.Workflows.Activities;

/// <summary>A handle of an input that takes an expression; read it with <see cref="Runtime.ActivityExecutionContext.Get{T}(Input{T})"/>.</summary>
/// <typeparam name="T">The type that the expression's value is converted to.</typeparam>
public sealed class Input<T> : IInputHandle
{
    internal Input(string name) => Name = name;

    /// <inheritdoc />
    public string Name { get; }
}
