using MCU.Integration.Domain.Ids;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Workflows;

/// <summary>Gives the runtime the hub's ids, in the form that Elsa writes: 32 digits.</summary>
public sealed class InstanceIds(UuidV7Source ids) : IIdSource
{
    /// <inheritdoc />
    public string NewId() => ids.Next().ToString("N");
}
