using System.Text.Json;
using MCU.Integration.Pipeline.Activities.Pickers;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Pipeline.Workflows.Lint;

/// <summary>A system, operation, map, status … that is named literally and does not exist: what the designer would not have offered.</summary>
internal sealed class UnknownReferenceCheck(PickerBook pickers) : IWorkflowCheck
{
    public IEnumerable<WorkflowFinding> Check(WorkflowGraph workflow, ActiveSet set)
    {
        foreach (var step in workflow.Steps)
        {
            foreach (var picker in pickers.InputsOf(step.TypeName))
            {
                var offered = pickers.Items(picker, set, NarrowedBy(step, picker)).Select(item => item.Value).ToHashSet(StringComparer.Ordinal);
                foreach (var unknown in ValuesOf(step, picker).Where(value => !offered.Contains(value)))
                {
                    yield return step.Error("workflow.unknown_reference", $"«{step.Title}»: «{picker.Title}» называет «{unknown}», такого нет.", picker.JsonName);
                }
            }
        }
    }

    private static IEnumerable<string> ValuesOf(WorkflowStep step, PickerInput picker) => step.ExpressionOf(picker.JsonName) switch
    {
        ("Literal", { Length: > 0 } text) when !picker.TakesSeveral => [text],
        ("Object" or "Literal", { Length: > 0 } text) when picker.TakesSeveral => Items(text),
        _ => [],
    };

    private static IEnumerable<string> Items(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(json) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string? NarrowedBy(WorkflowStep step, PickerInput picker) =>
        picker.Attribute is { NarrowedBy: { } input, Kind: not PickerKind.Map } ? step.LiteralOf(Casing.Camel(input)) : null;
}
