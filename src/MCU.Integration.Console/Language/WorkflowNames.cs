using System.Collections.Concurrent;
using System.Text.Json;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Instances;

namespace MCU.Integration.Console.Language;

/// <summary>Names of workflow versions and of their activities, for explanations. A version that is named on a decision never changes.</summary>
public sealed class WorkflowNames(IDefinitionStore definitions, IInstanceStore instances)
{
    private const int MostRemembered = 500;

    private readonly ConcurrentDictionary<string, WorkflowName> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _versions = new(StringComparer.Ordinal);

    /// <summary>Null when the version was deleted.</summary>
    public async ValueTask<WorkflowName?> FindAsync(string versionId, CancellationToken cancellation)
    {
        if (_known.TryGetValue(versionId, out var known))
        {
            return known;
        }

        if (await definitions.FindVersionAsync(versionId, cancellation) is not { } row)
        {
            return null;
        }

        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }

        var activities = new Dictionary<string, string>(StringComparer.Ordinal);
        using var body = JsonDocument.Parse(row.Body);
        Collect(body.RootElement, activities);
        return _known[versionId] = new(row.Id, row.DefinitionId, row.Name ?? row.DefinitionId, row.Version, activities);
    }

    /// <summary>The workflow of an instance; null when either was deleted.</summary>
    public async ValueTask<WorkflowName?> OfInstanceAsync(string instanceId, CancellationToken cancellation)
    {
        if (!_versions.TryGetValue(instanceId, out var version))
        {
            if (await instances.FindAsync(instanceId, cancellation) is not { } row)
            {
                return null;
            }

            if (_versions.Count >= MostRemembered)
            {
                _versions.Clear();
            }

            // An instance ends on the version that it started with.
            version = _versions[instanceId] = row.DefinitionVersionId;
        }

        return await FindAsync(version, cancellation);
    }

    // Activities lie nested in containers, branches and cases: anything with an id and a type is one.
    private static void Collect(JsonElement element, Dictionary<string, string> activities)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                if (Text(element, "id") is { } id && Text(element, "type") is { } type)
                {
                    var shown = element.TryGetProperty("metadata", out var metadata) ? Text(metadata, "displayText") : null;
                    activities[id] = shown ?? Text(element, "name") ?? type[(type.LastIndexOf('.') + 1)..];
                }

                foreach (var property in element.EnumerateObject())
                {
                    Collect(property.Value, activities);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, activities);
                }

                break;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}
