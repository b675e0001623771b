using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <summary>Translates between the ids of a run and the stable names of a recording.</summary>
internal sealed partial class CaseNames
{
    private readonly Dictionary<string, string> _definitionIds = [];
    private readonly Dictionary<string, string> _owners = [];
    private readonly Dictionary<string, string> _labels = [];
    private readonly Dictionary<string, string> _ids = [];
    private readonly Dictionary<string, string> _versions = [];
    private readonly Dictionary<string, string> _variables = [];
    private readonly string _run = $"r{Guid.NewGuid():N}"[..8];

    public CaseNames(CaseFolder folder)
    {
        _variables["run"] = _run;

        foreach (var (key, file) in folder.Files)
        {
            _definitionIds[key] = (string)file["definitionId"]!;
            _owners.TryAdd(_definitionIds[key], key);
        }
    }

    public IEnumerable<string> DefinitionIds => _definitionIds.Values.Distinct();

    public IEnumerable<(string Label, string Id)> Instances => _ids
        .OrderBy(pair => pair.Key.Split('#')[0], StringComparer.Ordinal).ThenBy(pair => int.Parse(pair.Key.Split('#')[1]))
        .Select(pair => (pair.Key, pair.Value));

    public string DefinitionIdOf(string key) => _definitionIds.GetValueOrDefault(key, key);

    public string IdOf(string label) => _ids[label];

    public string? TryIdOf(string label) => _ids.GetValueOrDefault(label);

    public string? LabelOf(string id) => _labels.GetValueOrDefault(id);

    public void Capture(string name, string value) => _variables[name] = value;

    public void Register(string id, string definitionId)
    {
        if (_labels.ContainsKey(id))
        {
            return;
        }

        var key = _owners.GetValueOrDefault(definitionId, definitionId);
        var label = $"{key}#{_ids.Keys.Count(known => known.Split('#')[0] == key) + 1}";
        _labels[id] = label;
        _ids[label] = id;
    }

    public void NoteVersion(JsonObject? definition)
    {
        if ((string?)definition?["id"] is { } id && (string?)definition["definitionId"] is { } definitionId)
        {
            var name = $"version:{_owners.GetValueOrDefault(definitionId, definitionId)}@{definition["version"]}";
            _versions[id] = $"<{name}>";
            _variables[name] = id;
        }
    }

    /// <summary>Replaces <c>{{name}}</c> by this run's values.</summary>
    public JsonNode? Substitute(JsonNode? node) => Map(node, text => Token().Replace(text, match => match.Groups[1].Value switch
    {
        var name when name.StartsWith("instance:", StringComparison.Ordinal) => IdOf(name[9..]),
        var name => _variables.GetValueOrDefault(name, match.Value),
    }));

    /// <summary>Replaces this run's ids by stable names.</summary>
    public JsonNode? Normalise(JsonNode? node) => Map(node, text =>
    {
        foreach (var (id, label) in _labels)
        {
            text = text.Replace(id, $"<instance:{label}>", StringComparison.Ordinal);
        }

        foreach (var (id, name) in _versions)
        {
            text = text.Replace(id, name, StringComparison.Ordinal);
        }

        return text.Replace(_run, "<run>", StringComparison.Ordinal);
    });

    public JsonObject SortInterchangeable(Dictionary<string, JsonObject> snapshots)
    {
        var sorted = new JsonObject();

        foreach (var group in snapshots.GroupBy(pair => pair.Key.Split('#')[0]))
        {
            var number = 1;
            var members = group.Select(pair =>
            {
                var text = InstanceToken().Replace(pair.Value.ToJsonString(), "<instance:$1>");
                var snapshot = (JsonObject)JsonNode.Parse(text)!;
                snapshot["journal"] = CaseComparer.Sorted((JsonArray)snapshot["journal"]!);
                return snapshot;
            });

            foreach (var snapshot in members.OrderBy(snapshot => snapshot["output"]?.ToJsonString(), StringComparer.Ordinal).ThenByDescending(snapshot => (string?)snapshot["subStatus"]))
            {
                sorted[$"{group.Key}#{number++}"] = snapshot;
            }
        }

        return sorted;
    }

    private static JsonNode? Map(JsonNode? node, Func<string, string> map) => node switch
    {
        JsonObject obj => new JsonObject(obj.Select(pair => KeyValuePair.Create(pair.Key, Map(pair.Value, map)))),
        JsonArray array => new JsonArray([.. array.Select(item => Map(item, map))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(map(value.GetValue<string>())),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex(@"\{\{([\w:#@.-]+)\}\}")]
    private static partial Regex Token();

    [GeneratedRegex(@"<instance:([^#>]+)#\d+>")]
    private static partial Regex InstanceToken();
}
