using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Activities.Pickers;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Activities;

/// <summary>Translates the current message into the hub's canonical form, which is stored sealed beside it.</summary>
[Activity("Mcu", Category, DisplayName = "Преобразовать сообщение", Description = "Переводит сообщение в общий вид хаба по карте соответствия", Outcomes = [Outcomes.Done, Failed])]
public sealed class MapMessage : HubActivity
{
    private const string Failed = "Failed";

    [Picker(PickerKind.Map)]
    [Input(DisplayName = "Карта", Description = "Ключ карты соответствия", Order = 1)]
    public Input<string> Map { get; private set; } = null!;

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var scope = ScopeOf(context);
        var message = scope.Message ?? throw new InvalidOperationException("The burst has no message.");
        var result = scope.Map(context.Get(Map) ?? "", message.Document, message.Row.Adapter);
        if (result.Succeeded)
        {
            scope.SetCanonical(result);
            return context.CompleteAsync();
        }

        context.SetJournalData("Problems", new JsonArray([.. result.Problems.Select(problem => new JsonObject
        {
            ["pointer"] = problem.Pointer,
            ["code"] = problem.Code,
        })]));
        return context.CompleteAsync(Failed);
    }
}
