using System.Globalization;
using System.Text.Json;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Activities;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Work;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>Writes into the case's history that a delivery which had been given up was delivered after all, and tells workflows (design §6).</summary>
public static class RecoveryReport
{
    public static async Task WriteAsync(BurstScope scope, NewWorkItem item, CancellationToken cancellation)
    {
        if (!EntityId.TryParse<CaseId>(item.CorrelationId, out var caseId)
            || JsonSerializer.Deserialize<DeliveryRecovery>(item.Input ?? "{}", JsonSerializerOptions.Web) is not { } delivery)
        {
            return;
        }

        var unit = await scope.CaseAsync(caseId, cancellation);
        var cause = new CaseCause { WorkItem = item.Id.ToString(), ActiveSet = scope.Set.Id.ToString(CultureInfo.InvariantCulture) };
        unit.Apply(
            CaseCommands.RecordRecovery(unit.Known, delivery.Id, delivery.Adapter, delivery.Operation),
            new(item.CreatedAt, scope.Now, new(CaseActorKind.Adapter, delivery.Adapter), cause),
            scope.Ids);
        scope.Raise(CaseMoments.DeliveryRecovered, unit, delivery);
    }
}
