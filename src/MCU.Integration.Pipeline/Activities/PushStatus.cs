using System.Text.Json;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Links;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Activities;

/// <summary>Tells the case's status to every other system that has a record of it, by the adapters' push tables.</summary>
[Activity("Mcu", Category, DisplayName = "Передать статус", Description = "Сообщает новый статус всем остальным системам, связанным с обращением")]
public sealed class PushStatus : HubActivity
{
    [Output(DisplayName = "Отправлено", Description = "Скольким системам сообщено")]
    public Output<int> Count { get; private set; } = null!;

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var scope = ScopeOf(context);
        var unit = await CaseOfAsync(context);
        var passedOn = await PassedOnAsync(scope, unit, context.CancellationToken);
        var report = passedOn?.Update.Report ?? StatusReport.Of(unit.Known);
        var word = passedOn?.Update.Word ?? EnumWord.Of(report.Status);
        var outbox = new Outbox(scope);
        var sent = 0;
        foreach (var link in (await scope.LinksOfAsync(unit.Id, context.CancellationToken)).Select(link => link.Current).ToList())
        {
            if (link.Adapter == passedOn?.Update.Source.Adapter || PushOf(scope, link, word, report.Outcome) is not { } push)
            {
                continue;
            }

            await outbox.AddAsync(unit, Request(scope, unit, link, push, report, passedOn), context.CancellationToken);
            sent++;
        }

        context.Set(Count, sent);
        await context.CompleteAsync();
    }

    // A replay begins in a new burst, behind the activity that took the status in: the stored message still knows what it said.
    private static async ValueTask<PassedOnStatus?> PassedOnAsync(BurstScope scope, CaseUnit unit, CancellationToken cancellation)
    {
        if (scope.PassedOn is { } known)
        {
            return known.CaseId == unit.Id ? known : null;
        }

        if (await scope.CanonicalAsync(cancellation) is not { } canonical || CanonicalStatus.Read(canonical, scope.Set.Rules.Zone) is not { } update)
        {
            return null;
        }

        return new(unit.Id, update, await scope.FindFilesAsync(unit, update.Source.Adapter, update.Attachments, cancellation));
    }

    private static DeliveryRequest Request(BurstScope scope, CaseUnit unit, Link link, StatusPush push, StatusReport report, PassedOnStatus? passedOn) =>
        new(link.Adapter, push.Operation, push.Map)
        {
            Update = passedOn?.Update.Document ?? JsonSerializer.SerializeToElement(report, DomainJson.Options),
            Files = passedOn?.Files ?? [],
            Mark = new(report.Status, null, CaseView.OriginOf(unit.Known), report.ContentHash(), null, scope.Now),
        };

    private static StatusPush? PushOf(BurstScope scope, Link link, string word, CaseOutcome? outcome)
    {
        var outcomeWord = outcome is { } known ? EnumWord.Of(known) : null;
        return scope.Set.Adapters.TryGet(link.Adapter, out var adapter)
            ? adapter.Pushes.FirstOrDefault(push =>
                push.Statuses.Contains(word) && (push.Outcomes.Count == 0 || (outcomeWord is not null && push.Outcomes.Contains(outcomeWord))))
            : null;
    }
}
