using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Activities.Pickers;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Activities;

/// <summary>
/// Tells whether the case has a record in an outside system. While a delivery that makes one is under way it waits for its end, so that nobody makes a
/// second record because the first is not known yet. A dead delivery counts as under way until it is released: its replay would make the record.
/// </summary>
[Activity("Mcu", Category, DisplayName = "Найти запись", Description = "Есть ли у обращения запись во внешней системе; ждёт, пока отправленная запись не будет заведена", Outcomes = [Found, NotFound])]
public sealed class FindRecord : HubActivity
{
    private const string Found = "Found";
    private const string NotFound = "NotFound";

    [Picker(PickerKind.Adapter)]
    [Input(DisplayName = "Система", Order = 1)]
    public Input<string> Adapter { get; private set; } = null!;

    [Input(DisplayName = "Вид записи", Description = "Как в манифесте: card, message …", Order = 2)]
    public Input<string> RecordType { get; private set; } = null!;

    [Output(DisplayName = "Номер во внешней системе")]
    public Output<string> ExternalId { get; private set; } = null!;

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => LookAsync(context);

    protected override ValueTask ResumeAsync(ActivityExecutionContext context, Resumption resumption) => LookAsync(context);

    private async ValueTask LookAsync(ActivityExecutionContext context)
    {
        var scope = ScopeOf(context);
        var unit = await CaseOfAsync(context);
        var key = context.Get(Adapter) ?? "";
        var recordType = context.Get(RecordType) ?? "";
        var adapter = scope.Set.Adapters.TryGet(key, out var known) ? known : throw new ContentException($"There is no adapter '{key}'.");
        var links = await scope.LinksOfAsync(unit.Id, context.CancellationToken);
        if (links.LastOrDefault(link => link.Current.Adapter == key && link.Current.RecordType == recordType) is { } link)
        {
            context.Set(ExternalId, link.Current.ExternalId);
            await context.CompleteAsync(Found);
        }
        else if (await UnderWayAsync(scope, unit, adapter, recordType, context.CancellationToken) is { } delivery)
        {
            context.SetJournalData("Delivery", JsonValue.Create(delivery.ToString()));
            context.CreateBookmark(SendToAdapter.StimulusOf(delivery.Value));
        }
        else
        {
            await context.CompleteAsync(NotFound);
        }
    }

    private static async ValueTask<DeliveryId?> UnderWayAsync(
        BurstScope scope, CaseUnit unit, AdapterDescription adapter, string recordType, CancellationToken cancellation)
    {
        bool Makes(string operation) => adapter.Operations.TryGetValue(operation, out var known) && known.MakesRecord && known.RecordType == recordType;

        if (scope.Changes.Deliveries.LastOrDefault(delivery => delivery.CaseId == unit.Id && delivery.Adapter == adapter.Key && Makes(delivery.Operation)) is { } own)
        {
            return own.Id;
        }

        var open = await scope.OpenDeliveriesAsync(unit, adapter.Key, cancellation);
        return open.FirstOrDefault(delivery => Makes(delivery.Operation))?.Id;
    }
}
