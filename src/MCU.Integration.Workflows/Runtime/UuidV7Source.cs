namespace MCU.Integration.Workflows.Runtime;

/// <summary>UUIDs of version 7.</summary>
public sealed class UuidV7Source(TimeProvider time) : IIdSource
{
    /// <inheritdoc />
    public string NewId() => Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
}
