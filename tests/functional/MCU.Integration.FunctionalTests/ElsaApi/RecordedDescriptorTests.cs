using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.ElsaApi;

/// <summary>
/// The descriptors of Elsa's activities against those of a real Elsa 3.8 server (<c>tests/behaviour/recordings</c>). Help texts are our own and not compared, nor are
/// names of CLR types that the recorded server had no alias for.
/// </summary>
public abstract class RecordedDescriptorTests(HubHost hub) : ElsaApiTests(hub)
{
    private static readonly string[] NotCompared = ["description", "clrType"];

    /// <summary>What differs on purpose, or what of the recorded server is of no use here.</summary>
    private static readonly string[] Known =
    [
        // A list without choices: the designer has nothing to show in it, so that a text box is offered.
        "Elsa.BulkDispatchWorkflows/inputs/Input/uiHint",
        "Elsa.DispatchWorkflow/inputs/Input/uiHint",
        "Elsa.ExecuteWorkflow/inputs/Input/uiHint",
        "Elsa.ForEach/inputs/Items/uiHint",
        "Elsa.RunTask/inputs/Payload/uiHint",

        // The step is one unless something else is said; here the designer shows so.
        "Elsa.For/inputs/Step/defaultValue",

        // Outputs that nothing writes.
        "Elsa.Switch/outputs/Output",
        "Elsa.Workflow/outputs/Result",

        // The name that a missing activity had.
        "Elsa.NotFoundActivity/inputs/MissingTypeName",
    ];

    [Fact]
    public async Task Activities_OfElsa_AreDescribedAsElsaDoes()
    {
        using var admin = Hub.Admin();
        var recorded = ByType(RecordedShapeTests.Recorded("GET_descriptors_activities"));
        var ours = ByType(await GetAsync(admin, "/descriptors/activities"));

        var differences = ours.Where(activity => recorded.ContainsKey(activity.Key))
            .SelectMany(activity => Compare(activity.Key, activity.Value, recorded[activity.Key]))
            .Where(difference => !Known.Any(known => difference.StartsWith(known + ":", StringComparison.Ordinal)))
            .ToList();

        differences.ShouldBeEmpty();
        ours.Keys.Count(recorded.ContainsKey).ShouldBeGreaterThan(40);
    }

    private static Dictionary<string, JsonObject> ByType(JsonNode list) => ItemsOf(list).DistinctBy(item => Text(item["typeName"])).ToDictionary(item => Text(item["typeName"]));

    private static IEnumerable<string> Compare(string path, JsonNode? ours, JsonNode? recorded)
    {
        if (path.EndsWith("/adornmentText", StringComparison.Ordinal))
        {
            return Text(ours).EndsWith("/workflows-http/", StringComparison.Ordinal) ? [] : [$"{path}: {ours}"];
        }

        if (IsNothing(ours) && IsNothing(recorded))
        {
            return [];
        }

        return (ours, recorded) switch
        {
            (_, JsonValue unregistered) when unregistered.ToString().StartsWith("UnregisteredClrType:", StringComparison.Ordinal) => [],
            (JsonArray our, JsonArray their) => CompareLists(path, our, their),
            (JsonObject or null, JsonObject or null) => (ours as JsonObject ?? []).Select(pair => pair.Key).Union((recorded as JsonObject ?? []).Select(pair => pair.Key)).Except(NotCompared)
                .SelectMany(key => Compare($"{path}/{key}", ours?[key], recorded?[key])),
            _ => JsonNode.DeepEquals(ours, recorded) ? [] : [$"{path}: {ours?.ToJsonString()} instead of {recorded?.ToJsonString()}"],
        };
    }

    /// <summary>Inputs, outputs, ports and choices are compared by name; their order is the designer's to choose.</summary>
    private static IEnumerable<string> CompareLists(string path, JsonArray ours, JsonArray recorded)
    {
        var (our, their) = (Named(ours), Named(recorded));
        return our.Keys.Union(their.Keys).SelectMany(name => our.ContainsKey(name) && their.ContainsKey(name)
            ? Compare($"{path}/{name}", our[name], their[name])
            : [$"{path}/{name}: {(our.ContainsKey(name) ? "only here" : "only recorded")}"]);
    }

    /// <summary>Choices may stand twice in a list: an enumeration has several names for one value.</summary>
    private static Dictionary<string, JsonNode?> Named(JsonArray items) => items.DistinctBy(NameOf).ToDictionary(NameOf);

    private static string NameOf(JsonNode? item) => (item as JsonObject)?["name"]?.ToString() ?? (item as JsonObject)?["value"]?.ToString() ?? item?.ToJsonString() ?? "";

    /// <summary>The recorded server leaves out what is false, zero or empty.</summary>
    private static bool IsNothing(JsonNode? node) => node switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonObject json => json.All(pair => IsNothing(pair.Value) || NotCompared.Contains(pair.Key)),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.False => true,
            JsonValueKind.Number => node.GetValue<double>() == 0,
            JsonValueKind.String => node.GetValue<string>().Length == 0,
            _ => false,
        },
    };
}
