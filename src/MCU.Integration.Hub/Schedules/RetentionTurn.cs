using Coravel.Invocable;
using MCU.Integration.Pipeline.Retention;

namespace MCU.Integration.Hub.Schedules;

/// <summary>Erases what has been kept long enough.</summary>
internal sealed class RetentionTurn(LeaderRun leader, RetentionRun retention) : IInvocable
{
    public Task Invoke() => leader.RunAsync(nameof(RetentionTurn), retention.RunAsync);
}
