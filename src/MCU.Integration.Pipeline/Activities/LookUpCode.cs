using MCU.Integration.Mapping.CodeLists;
using MCU.Integration.Pipeline.Activities.Pickers;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Activities;

/// <summary>Translates one code by a crosswalk, where a decision of the workflow needs it; documents are translated by maps.</summary>
[Activity("Mcu", Category, DisplayName = "Перевести код", Description = "Находит соответствие кода в справочнике соответствий", Outcomes = [Found, Missing])]
public sealed class LookUpCode : HubActivity
{
    private const string Found = "Found";
    private const string Missing = "Missing";
    private const string Forwards = "Слева направо";
    private const string Backwards = "Справа налево";

    [Picker(PickerKind.CodeList)]
    [Input(DisplayName = "Справочник", Order = 1)]
    public Input<string> CodeList { get; private set; } = null!;

    [Input(DisplayName = "Код", Order = 2)]
    public Input<string> Code { get; private set; } = null!;

    [Input(DisplayName = "Направление", UIHint = "dropdown", Options = [Forwards, Backwards], DefaultValue = Forwards, Order = 3)]
    public Input<string> Direction { get; private set; } = null!;

    [Output(DisplayName = "Найденный код")]
    public Output<string> Result { get; private set; } = null!;

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var key = context.Get(CodeList) ?? "";
        if (!ScopeOf(context).Set.Documents.CodeLists.TryGetValue(key, out var list))
        {
            throw new ContentException($"There is no code list '{key}'.");
        }

        var lookup = list.Find(context.Get(Code) ?? "", context.Get(Direction) == Backwards ? CodeDirection.ToLeft : CodeDirection.ToRight);
        context.Set(Result, lookup.Code ?? "");
        return context.CompleteAsync(lookup is { Found: true, Code: not null } ? Found : Missing);
    }
}
