using Coravel.Invocable;
using MCU.Integration.Pipeline.Alerts;

namespace MCU.Integration.Hub.Schedules;

/// <summary>Looks for what a person should know of, and ends alerts whose cause is gone.</summary>
internal sealed class AlertLook(LeaderRun leader, AlertWatch watch) : IInvocable
{
    public Task Invoke() => leader.RunAsync(nameof(AlertLook), watch.LookAsync);
}
