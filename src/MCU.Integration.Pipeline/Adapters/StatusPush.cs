namespace MCU.Integration.Pipeline.Adapters;

/// <summary>How a status of a case is told to an adapter: first entry that matches wins.</summary>
/// <param name="Statuses">Main statuses or overlay names (<c>in_progress</c>, <c>clarification</c>, <c>extended</c>, <c>redirected</c>, <c>reopened</c>, …).</param>
/// <param name="Outcomes">Outcomes to which it is limited; empty = any.</param>
/// <param name="Map">Map from the case view (<c>hub.case</c>) to the operation's document.</param>
public sealed record StatusPush(IReadOnlyList<string> Statuses, IReadOnlyList<string> Outcomes, string Operation, string Map);
