namespace MCU.Integration.Workflows.State;

/// <summary>An activity's exception.</summary>
public sealed record Incident(
    string ActivityId, string ActivityNodeId, string ActivityType, string ActivityInstanceId, string Message, ExceptionState? Exception, DateTimeOffset Timestamp);
