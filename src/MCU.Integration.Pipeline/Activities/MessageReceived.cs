using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Activities.Pickers;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Activities;

/// <summary>Starts a workflow, or goes on with it, when a message of a document type comes in.</summary>
[Activity("Mcu", Category, DisplayName = "Получено сообщение", Description = "Запускает процесс, когда от системы пришёл документ заданного вида", Kind = ActivityKind.Trigger)]
public sealed class MessageReceived : HubActivity
{
    public const string StimulusName = "Mcu.MessageReceived";

    [Picker(PickerKind.Adapter)]
    [Input(DisplayName = "Система", Description = "Ключ адаптера, например pos", Order = 1)]
    public Input<string> Adapter { get; private set; } = null!;

    [Picker(PickerKind.DocumentType, NarrowedBy = nameof(Adapter))]
    [Input(DisplayName = "Вид документа", Description = "Например pos.message", Order = 2)]
    public Input<string> DocumentType { get; private set; } = null!;

    [Output(DisplayName = "Сообщение", Description = "Номер сообщения; само оно хранится запечатанным")]
    public Output<string> Message { get; private set; } = null!;

    /// <summary>Hash by which a message finds the triggers and bookmarks that wait for its type.</summary>
    public static string HashOf(string adapter, string documentType) => StimulusHash.Compute(StimulusName, PayloadOf(adapter, documentType));

    protected override IEnumerable<Stimulus> GetTriggers(ActivityExecutionContext context) => [StimulusOf(context)];

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (!context.TryTakeTrigger(out _))
        {
            context.CreateBookmark(StimulusOf(context));
            return ValueTask.CompletedTask;
        }

        return CompleteAsync(context);
    }

    protected override ValueTask ResumeAsync(ActivityExecutionContext context, Resumption resumption) => CompleteAsync(context);

    private ValueTask CompleteAsync(ActivityExecutionContext context)
    {
        context.Set(Message, ScopeOf(context).Message?.Row.Id.ToString() ?? "");
        return context.CompleteAsync();
    }

    private Stimulus StimulusOf(ActivityExecutionContext context) =>
        new(StimulusName, PayloadOf(context.Get(Adapter) ?? "", context.Get(DocumentType) ?? ""));

    private static JsonObject PayloadOf(string adapter, string documentType) => new() { ["adapter"] = adapter, ["documentType"] = documentType };
}
