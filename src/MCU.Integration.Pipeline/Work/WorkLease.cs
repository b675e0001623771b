using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Work;

/// <summary>The right to commit for an item. The fencing token grows with each claim, so a node that slept past its lease cannot commit.</summary>
public readonly record struct WorkLease(WorkItemId ItemId, long Token);
