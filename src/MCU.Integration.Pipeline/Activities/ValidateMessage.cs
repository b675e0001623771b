using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Activities.Pickers;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Activities;

/// <summary>Checks the current message against the schema that the manifest names for its type, or against another one.</summary>
[Activity("Mcu", Category, DisplayName = "Проверить сообщение", Description = "Проверяет сообщение по схеме его вида", Outcomes = [Valid, Invalid])]
public sealed class ValidateMessage : HubActivity
{
    private const string Valid = "Valid";
    private const string Invalid = "Invalid";

    [Picker(PickerKind.Schema, IsOptional = true)]
    [Input(DisplayName = "Схема", Description = "Пусто — схема, которую называет манифест системы", Order = 1)]
    public Input<string> Schema { get; private set; } = null!;

    [Output(DisplayName = "Замечания", Description = "Сколько мест сообщения не подходят под схему")]
    public Output<int> Problems { get; private set; } = null!;

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var scope = ScopeOf(context);
        var message = scope.Message ?? throw new InvalidOperationException("The burst has no message.");
        var problems = context.Get(Schema) is { Length: > 0 } schema
            ? scope.Set.Documents.Validate(schema, message.Document)
            : scope.Set.Validate(message.Row.Adapter, message.Row.DocumentType, message.Document);
        context.Set(Problems, problems.Count);
        if (problems.Count == 0)
        {
            return context.CompleteAsync(Valid);
        }

        context.SetJournalData("Problems", new JsonArray([.. problems.Select(problem => new JsonObject
        {
            ["pointer"] = problem.Pointer,
            ["code"] = problem.Code,
        })]));
        return context.CompleteAsync(Invalid);
    }
}
