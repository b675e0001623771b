using System.Text.Json;
using MCU.Integration.Pipeline.Activities.Pickers;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Indicators;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Activities;

/// <summary>
/// Counts the datasets of the heat map again, keeps the rows that became others and sends these on. Rows and deliveries are one commit: what was counted is sent, however
/// the node ends.
/// </summary>
[Activity("Mcu", Category, DisplayName = "Посчитать показатели", Description = "Пересчитывает тепловую карту и отправляет изменившиеся строки", Outcomes = [Changed, Unchanged])]
public sealed class ComputeIndicators : HubActivity
{
    /// <summary>Most rows in one delivery.</summary>
    public const int RowsADelivery = 200;

    private const string Changed = "Changed";
    private const string Unchanged = "Unchanged";

    [Input(DisplayName = "Набор", Description = "Ключ набора показателей; пусто — все", Order = 1)]
    public Input<string> Dataset { get; private set; } = null!;

    [Picker(PickerKind.Adapter)]
    [Input(DisplayName = "Система", Description = "Куда отправить изменившиеся строки; пусто — никуда. Пока у системы нет адреса, строки ждут без доставок", Order = 2)]
    public Input<string> Adapter { get; private set; } = null!;

    [Picker(PickerKind.Operation, NarrowedBy = nameof(Adapter))]
    [Input(DisplayName = "Операция", Order = 3)]
    public Input<string> Operation { get; private set; } = null!;

    [Picker(PickerKind.Map, NarrowedBy = nameof(Operation))]
    [Input(DisplayName = "Карта", Description = "Карта из вида hub.indicators в документ операции", Order = 4)]
    public Input<string> Map { get; private set; } = null!;

    [Output(DisplayName = "Изменилось строк")]
    public Output<int> Rows { get; private set; } = null!;

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var scope = ScopeOf(context);
        var wanted = context.Get(Dataset) is { Length: > 0 } given ? given : null;
        var datasets = scope.Set.Rules.Content.Indicators.Where(known => wanted is null || known.Dataset == wanted).ToList();
        if (wanted is not null && datasets.Count == 0)
        {
            throw new ContentException($"There is no dataset '{wanted}'.");
        }

        var (rows, handOn) = (0, await scope.Services.Indicators.MayHandOnAsync(context.Get(Adapter), context.CancellationToken));
        foreach (var dataset in datasets)
        {
            var changed = await scope.Services.Indicators.ChangedAsync(dataset, scope.Set.Rules, scope.Now, handOn, context.CancellationToken);
            scope.Changes.Indicators.AddRange(changed);
            if (handOn)
            {
                Send(context, scope, dataset.Dataset, changed);
            }

            rows += changed.Count;
        }

        context.Set(Rows, rows);
        await context.CompleteAsync(rows > 0 ? Changed : Unchanged);
    }

    private void Send(ActivityExecutionContext context, BurstScope scope, string dataset, IReadOnlyList<StoredIndicator> changed)
    {
        var request = new DeliveryRequest(context.Get(Adapter)!, context.Get(Operation) ?? "", context.Get(Map) ?? "") { InstanceId = context.InstanceId };
        foreach (var chunk in changed.Chunk(RowsADelivery))
        {
            new Outbox(scope).Add(
                $"indicators:{dataset}", request, origin => JsonSerializer.SerializeToElement(IndicatorView.Build(dataset, chunk, origin)));
        }
    }
}
