using System.Text.Json;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Adapters.Templates;
using MCU.Integration.Pipeline.Deliveries;

namespace MCU.Integration.Adapters.Deliveries;

/// <summary>What the finished steps of a delivery answered.</summary>
internal sealed class StepResults
{
    private readonly Dictionary<string, JsonElement> _byRun = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<JsonElement>> _byStep = new(StringComparer.Ordinal);

    public StepResults(IEnumerable<StepRecord> done)
    {
        foreach (var record in done)
        {
            Add(record.Name, record.Result);
        }
    }

    public bool Has(string run) => _byRun.ContainsKey(run);

    public void Add(string run, string? result)
    {
        if (_byRun.ContainsKey(run))
        {
            return;
        }

        using var document = JsonDocument.Parse(result ?? "{}");
        var value = document.RootElement.Clone();
        _byRun[run] = value;
        var step = run.Split('[', 2)[0];
        _byStep[step] = [.. _byStep.GetValueOrDefault(step, []), value];
    }

    public TemplateScope Scope(JsonElement document, JsonElement? item, string key) => new(document, item, _byStep, key);

    /// <summary>Id of the outside record; null when no answer and no template names it.</summary>
    public string? RecordId(OperationPlan operation, JsonElement document) => Render(operation.RecordId, document) ?? Named(operation.Steps, "id");

    /// <summary>Revision of the outside record; null when nothing names it.</summary>
    public string? RecordRevision(OperationPlan operation, JsonElement document) => Render(operation.RecordRevision, document) ?? Named(operation.Steps.Reverse(), "revision");

    private string? Render(Template? template, JsonElement document)
    {
        try
        {
            return template?.Render(Scope(document, null, ""));
        }
        catch (MissingValueException)
        {
            return null;
        }
    }

    private string? Named(IEnumerable<Step> steps, string name)
    {
        // Runs of a repeated step are attachments and the like, not the record.
        foreach (var step in steps.Where(step => step.ForEach is null))
        {
            if (_byStep.TryGetValue(step.Name, out var results) && results[0].TryGetProperty(name, out var value))
            {
                return value.ToString();
            }
        }

        return null;
    }
}
