using System.Text.Json;
using MCU.Integration.Adapters.Manifests;

namespace MCU.Integration.Adapters.Deliveries;

/// <summary>One request to be made: a step, or one run of a repeated step.</summary>
/// <param name="Name">As it is recorded: <c>card</c>, <c>file[2]</c>.</param>
/// <param name="Item">The element of a repeated step.</param>
internal sealed record StepRun(string Name, Step Step, JsonElement? Item)
{
    /// <summary>The runs of an operation for this document, in order.</summary>
    public static IReadOnlyList<StepRun> Plan(OperationPlan operation, JsonElement document)
    {
        var runs = new List<StepRun>();
        foreach (var step in operation.Steps)
        {
            if (step.ForEach is not { } pointer)
            {
                runs.Add(new(step.Name, step, null));
            }
            else if (pointer.Evaluate(document) is { ValueKind: JsonValueKind.Array } items)
            {
                runs.AddRange(items.EnumerateArray().Select((item, i) => new StepRun($"{step.Name}[{i}]", step, item)));
            }
        }

        return runs;
    }
}
