using System.Text.Json.Nodes;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.ElsaApi;

/// <summary>Answers have the properties that a real Elsa 3.8 server's had (tests/behaviour/recordings), with values of the same kind.</summary>
public abstract class RecordedShapeTests(HubHost hub) : ElsaApiTests(hub)
{
    /// <summary>Values of variables and inputs have the kind of their type.</summary>
    private static readonly HashSet<string> AnyKind = ["value", "defaultValue"];

    /// <summary>Contents that differ from definition to definition: that they are there is all that the shape says.</summary>
    private static readonly HashSet<string> Opaque = [.. AnyKind, "activityState", "outputs", "payload", "properties", "metadata", "input", "output", "activities", "activity", "customProperties", "options", "uiSpecifications"];

    /// <summary>What a real server says of its own insides, or what the designer does not read.</summary>
    private static readonly HashSet<string> NotServed = ["tenantId", "clrType", "stackTrace", "stringData", "binaryData"];

    [Fact]
    public async Task Descriptors_HaveTheRecordedShape()
    {
        using var admin = Hub.Admin();

        await CompareAsync(admin, "/features/installed", "GET_features_installed");
        await CompareAsync(admin, "/descriptors/expression-descriptors", "GET_descriptors_expression-descriptors");
        await CompareAsync(admin, "/descriptors/variables", "GET_descriptors_variables");
        await CompareAsync(admin, "/descriptors/storage-drivers", "GET_descriptors_storage-drivers");
        await CompareAsync(admin, "/descriptors/workflow-activation-strategies", "GET_descriptors_workflow-activation-strategies");
        await CompareAsync(admin, "/descriptors/incident-strategies", "GET_descriptors_incident-strategies");
        await CompareAsync(admin, "/descriptors/log-persistence-strategies", "GET_descriptors_log-persistence-strategies");
        await CompareAsync(admin, "/descriptors/commit-strategies/workflows", "GET_descriptors_commit-strategies_workflows");
        await CompareAsync(admin, "/descriptors/commit-strategies/activities", "GET_descriptors_commit-strategies_activities");
        await CompareAsync(admin, "/descriptors/output-converters?sourceType=Object&destinationType=String", "GET_descriptors_output-converters");
        await CompareAsync(admin, "/descriptors/activities/Elsa.HttpEndpoint", "GET_descriptors_activities_Elsa.HttpEndpoint");
    }

    [Fact]
    public async Task Definitions_HaveTheRecordedShape()
    {
        using var admin = Hub.Admin();
        var id = NewId("shapes");
        var model = Waiting(id);
        model["description"] = "peer test";
        model["root"]!["metadata"] = new JsonObject();
        model["root"]!["customProperties"] = new JsonObject();
        foreach (var connection in model["root"]!["connections"]!.AsArray())
        {
            connection!["vertices"] = new JsonArray();
        }

        model["variables"]!.AsArray().ToList().ForEach(variable => variable!["isArray"] = false);
        model["root"]!["variables"] = new JsonArray();
        var saved = await SaveAsync(admin, model);

        ShouldFit(await PostAsync(admin, $"/workflow-definitions/{id}/publish"), "POST_workflow-definitions_publish", "validationErrors");
        await CompareAsync(admin, $"/workflow-definitions?versionOptions=Latest&DefinitionIds={id}", "GET_workflow-definitions_list");
        await CompareAsync(admin, $"/workflow-definitions/by-definition-id/{id}?versionOptions=Latest", "GET_workflow-definitions_by-definition-id");
        await CompareAsync(admin, $"/workflow-definitions/many-by-id?ids={Text(saved["id"])}", "GET_workflow-definitions_many-by-id");
        await CompareAsync(admin, "/workflow-definitions/validation/is-name-unique?name=x", "GET_workflow-definitions_is-name-unique");
        await CompareAsync(admin, "/workflow-definitions/query/count", "GET_workflow-definitions_count");
        await CompareAsync(admin, $"/workflow-definitions/{id}/consumers", "GET_workflow-definitions_consumers");
        await CompareAsync(admin, $"/workflow-definitions/subgraph/segments/{Text(saved["id"])}?childNodeId=Workflow1:F:Q:D", "GET_workflow-definitions_subgraph_segments");
        ShouldFit(await PostAsync(admin, $"/workflow-definitions/{id}/revert/1"), "POST_workflow-definitions_revert");
        ShouldFit(await PostAsync(admin, "/bulk-actions/publish/workflow-definitions/by-definition-ids", new { definitionIds = new[] { id } }), "POST_bulk-actions_publish_workflow-definitions");
        ShouldFit(await PostAsync(admin, "/bulk-actions/retract/workflow-definitions/by-definition-ids", new { definitionIds = new[] { id } }), "POST_bulk-actions_retract_workflow-definitions");
        ShouldFit(await PostAsync(admin, "/bulk-actions/delete/workflow-definitions/by-id", new { ids = new[] { "nope" } }), "POST_bulk-actions_delete_workflow-definitions_by-id");
        ShouldFit(
            await PostAsync(admin, "/tests/activities", new { workflowDefinitionHandle = new { definitionVersionId = Text(saved["id"]) }, activityHandle = new { activityId = "S" } }),
            "POST_tests_activities");
    }

    [Fact]
    public async Task Instances_HaveTheRecordedShape()
    {
        using var admin = Hub.Admin();
        var definitionId = NewId("shapes");
        var id = Text((await StartWaitingAsync(admin, definitionId))["id"]);

        // The recorded instance has a correlation id and the runtime's own callbacks.
        await CompareAsync(admin, $"/workflow-instances/{id}", "GET_workflow-instances_by-id_suspended", "correlationId", "completionCallbacks", "callbackMethodName");
        ShouldFit(await PostAsync(admin, "/workflow-instances", new { definitionId }), "POST_workflow-instances_list_suspended", "correlationId");
        await CompareAsync(admin, $"/workflow-instances/{id}/execution-state", "GET_workflow-instances_execution-state");
        await CompareAsync(admin, $"/workflow-instances/{id}/variables", "GET_workflow-instances_variables");
        await CompareAsync(admin, $"/workflow-instances/{id}/journal?skip=0&take=100", "GET_workflow-instances_journal_suspended");
        await CompareAsync(admin, $"/workflow-instances/{id}/journal/S", "GET_workflow-instances_journal_last-entry");
        await CompareAsync(admin, $"/activity-executions/list?workflowInstanceId={id}&activityNodeId=Workflow1:F:S", "GET_activity-executions_list");
        await CompareAsync(admin, $"/activity-execution-summaries/list?workflowInstanceId={id}&activityNodeId=Workflow1:F:S", "GET_activity-execution-summaries_list");
        ShouldFit(await PostAsync(admin, "/activity-executions/report", new { workflowInstanceId = id, activityNodeIds = new[] { "Workflow1" } }), "POST_activity-executions_report");
    }

    private static async Task CompareAsync(HttpClient client, string path, string recording, params string[] absent) => ShouldFit(await GetAsync(client, path), recording, absent);

    private static void ShouldFit(JsonNode actual, string recording, params string[] absent)
    {
        var differences = new List<string>();
        Compare(Recorded(recording), actual, recording, [.. NotServed, .. absent], differences);
        differences.Distinct().ShouldBeEmpty();
    }

    /// <summary>Of lists, each item has to have what all recorded items have.</summary>
    private static void Compare(JsonNode? expected, JsonNode? actual, string where, HashSet<string> absent, List<string> differences)
    {
        switch (expected)
        {
            case JsonObject json when actual is JsonObject answer:
                foreach (var (name, value) in json.Where(property => property.Value is not null && !absent.Contains(property.Key)))
                {
                    if (!answer.TryGetPropertyValue(name, out var came) || came is null)
                    {
                        differences.Add($"{where}.{name} is missing");
                    }
                    else if (!AnyKind.Contains(name) && came.GetValueKind() != value!.GetValueKind() && !(IsFlag(came) && IsFlag(value)))
                    {
                        differences.Add($"{where}.{name} is {came.GetValueKind()}, recorded {value.GetValueKind()}");
                    }
                    else if (!Opaque.Contains(name))
                    {
                        Compare(value, came, $"{where}.{name}", absent, differences);
                    }
                }

                break;
            case JsonArray { Count: > 0 } items when actual is JsonArray { Count: > 0 } answers && items[0] is JsonObject:
                var common = Common(items);
                foreach (var answer in answers)
                {
                    Compare(common, answer, $"{where}[]", absent, differences);
                }

                break;
        }
    }

    private static JsonObject Common(JsonArray items)
    {
        var common = items[0]!.DeepClone().AsObject();
        foreach (var name in common.Select(property => property.Key).Where(name => items.Any(item => item!.AsObject()[name] is null)).ToList())
        {
            common.Remove(name);
        }

        return common;
    }

    private static bool IsFlag(JsonNode node) => node.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False;

    internal static JsonNode Recorded(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(System.IO.Path.Combine(folder!.FullName, "tests", "behaviour", "recordings")))
        {
            folder = folder.Parent;
        }

        return JsonNode.Parse(File.ReadAllBytes(System.IO.Path.Combine(folder.FullName, "tests", "behaviour", "recordings", name + ".json")))!;
    }
}
