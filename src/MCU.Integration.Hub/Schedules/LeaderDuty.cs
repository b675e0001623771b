using MCU.Integration.Hub.Settings;
using MCU.Integration.Pipeline.Nodes;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Hub.Schedules;

/// <summary>Only one node runs the schedules: whoever holds this duty.</summary>
internal sealed class LeaderDuty(ILeadership leadership, NodeName node, IOptions<ScheduleOptions> options, TimeProvider time)
{
    private const string Duty = "schedules";

    public Task<bool> HoldAsync(CancellationToken cancellation) =>
        leadership.AcquireAsync(Duty, node.Value, options.Value.LeaderLease, time.GetUtcNow(), cancellation);

    public Task ResignAsync(CancellationToken cancellation) => leadership.ResignAsync(Duty, node.Value, cancellation);
}
