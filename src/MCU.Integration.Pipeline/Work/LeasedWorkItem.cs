namespace MCU.Integration.Pipeline.Work;

/// <summary>A claimed item. <paramref name="Attempts"/> was counted before this attempt, so a poison item that kills the process is still counted.</summary>
public sealed record LeasedWorkItem(WorkLease Lease, NewWorkItem Item, int Attempts, DateTimeOffset LeasedUntil);
