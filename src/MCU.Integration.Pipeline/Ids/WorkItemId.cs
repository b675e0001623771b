using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Pipeline.Ids;

/// <summary>Identifies one thing the hub has to do next.</summary>
public readonly record struct WorkItemId(Guid Value) : IEntityId<WorkItemId>
{
    public static WorkItemId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
