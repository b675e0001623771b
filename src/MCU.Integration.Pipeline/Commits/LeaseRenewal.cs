namespace MCU.Integration.Pipeline.Commits;

/// <summary>The burst goes on behind this commit: its item stays leased until then and becomes one that continues the instance.</summary>
public sealed record LeaseRenewal(DateTimeOffset Until, string InstanceId);
