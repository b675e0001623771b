using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Deliveries;

/// <summary>Takes back deliveries that a newer one makes pointless: never attempted ones, whose outcome nobody waits for.</summary>
internal static class DeliverySupersession
{
    public static async Task ApplyAsync(HubSession session, IEnumerable<ChangeSet> sets, CancellationToken cancellation)
    {
        var lanes = new List<object?[]>();
        foreach (var (set, supersede) in from set in sets from supersede in set.Supersedes select (set, supersede))
        {
            var count = await session.ExecuteAsync(
                """
                update deliveries set state = 'superseded', superseded_by = @By, finished_at = @Now, reason_code = 'superseded', parked = false
                where adapter = @Adapter and lane = @Lane and supersede_key = @SupersedeKey and state = 'waiting' and attempts = 0 and id < @By and outcome_hash is null
                """,
                new { supersede.By, set.Now, supersede.Adapter, supersede.Lane, supersede.SupersedeKey },
                cancellation);
            if (count > 0)
            {
                session.Ledger.Move(supersede.Adapter, DeliveryState.Waiting, DeliveryState.Superseded, count);
                lanes.Add([supersede.Adapter, supersede.Lane]);
            }
        }

        session.Write(DeliverySql.Unpark, lanes);
    }
}
