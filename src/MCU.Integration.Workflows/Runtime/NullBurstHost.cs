namespace MCU.Integration.Workflows.Runtime;

/// <summary>A host without services that stores nothing: for tests, dry runs, and finding triggers.</summary>
public sealed class NullBurstHost : IBurstHost
{
    /// <summary>The only one.</summary>
    public static NullBurstHost Instance { get; } = new();

    /// <inheritdoc />
    public T? Get<T>()
        where T : class => null;

    /// <inheritdoc />
    public ValueTask CommitAsync(BurstResult soFar, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
