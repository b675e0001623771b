using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Activities.Pickers;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Activities;

/// <summary>Sends a document about the case to an outside system, and waits for the outcome when asked to.</summary>
[Activity("Mcu", Category, DisplayName = "Отправить в систему", Description = "Готовит документ по карте и отправляет его адаптеру", Outcomes = [Delivered, Rejected, Failed, Outcomes.Done])]
public sealed class SendToAdapter : HubActivity
{
    public const string StimulusName = "Mcu.DeliveryOutcome";

    private const string Delivered = "Delivered";
    private const string Rejected = "Rejected";
    private const string Failed = "Failed";

    [Picker(PickerKind.Adapter)]
    [Input(DisplayName = "Система", Order = 1)]
    public Input<string> Adapter { get; private set; } = null!;

    [Picker(PickerKind.Operation, NarrowedBy = nameof(Adapter))]
    [Input(DisplayName = "Операция", Order = 2)]
    public Input<string> Operation { get; private set; } = null!;

    [Picker(PickerKind.Map, NarrowedBy = nameof(Operation))]
    [Input(DisplayName = "Карта", Description = "Карта из вида hub.case в документ операции", Order = 3)]
    public Input<string> Map { get; private set; } = null!;

    [Input(DisplayName = "Ждать результата", DefaultValue = true, Order = 4)]
    public Input<bool> WaitForOutcome { get; private set; } = null!;

    [Output(DisplayName = "Доставка")]
    public Output<string> Delivery { get; private set; } = null!;

    [Output(DisplayName = "Номер во внешней системе")]
    public Output<string> ExternalId { get; private set; } = null!;

    /// <summary>Hash by which the outcome of a delivery finds the activity that waits for it.</summary>
    public static string HashOf(Guid deliveryId) => StimulusHash.Compute(StimulusName, PayloadOf(deliveryId));

    /// <summary>What waits for the end of a delivery waits for this.</summary>
    internal static Stimulus StimulusOf(Guid deliveryId) => new(StimulusName, PayloadOf(deliveryId));

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var scope = ScopeOf(context);
        var unit = await CaseOfAsync(context);
        var waits = context.Get(WaitForOutcome);
        var request = new DeliveryRequest(context.Get(Adapter) ?? "", context.Get(Operation) ?? "", context.Get(Map) ?? "")
        {
            InstanceId = context.InstanceId,
            HasListener = waits,
        };
        var delivery = await new Outbox(scope).AddAsync(unit, request, context.CancellationToken);
        context.Set(Delivery, delivery.ToString());
        if (!waits)
        {
            await context.CompleteAsync();
            return;
        }

        context.CreateBookmark(StimulusOf(delivery.Value));
    }

    protected override ValueTask ResumeAsync(ActivityExecutionContext context, Resumption resumption)
    {
        if (resumption.Input?["externalId"]?.GetValue<string>() is { } externalId)
        {
            context.Set(ExternalId, externalId);
        }

        return context.CompleteAsync(resumption.Input?["outcome"]?.GetValue<string>() switch
        {
            Delivered => Delivered,
            Rejected => Rejected,
            _ => Failed,
        });
    }

    private static JsonObject PayloadOf(Guid deliveryId) => new() { ["deliveryId"] = deliveryId.ToString("D") };
}
