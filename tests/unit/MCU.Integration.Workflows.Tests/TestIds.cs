using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Tests;

/// <summary>UUIDs in the order of the clock.</summary>
internal sealed class TestIds(TimeProvider time) : IIdSource
{
    public string NewId() => Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
}
