using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <summary>Runs the script of a case against a server and records it in the form of <c>expected.json</c>.</summary>
internal sealed partial class CaseRunner(CaseFolder folder, ICaseServer server)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private readonly CaseNames _names = new(folder);

    public async Task<JsonObject> RunAsync()
    {
        var setup = new JsonArray();
        var steps = new JsonArray();

        foreach (var key in folder.Definitions)
        {
            var result = new JsonObject { ["definition"] = key };
            Merge(result, await SaveAsync(folder.Files[key], true));
            setup.Add(result);
        }

        foreach (var step in folder.Case["steps"]!.AsArray())
        {
            var name = (string)step!["do"]!;
            var result = new JsonObject { ["do"] = name };
            await DiscoverAsync();
            Merge(result, await RunStepAsync(name, (JsonObject)_names.Substitute(step)!));
            steps.Add(result);
        }

        await server.SettleAsync([.. folder.Files.Values.Select(file => (string?)file["definitionId"]).OfType<string>().Distinct()]);
        return new JsonObject { ["setup"] = setup, ["steps"] = steps, ["instances"] = await InstancesAsync() };
    }

    private Task<JsonObject> RunStepAsync(string name, JsonObject step) => name switch
    {
        "execute" => ExecuteAsync(step),
        "dispatch" => DispatchAsync(step),
        "event" => EventAsync(step),
        "http" => HttpStepAsync(step),
        "completeTask" => CompleteTaskAsync(step),
        "cancel" => StatusAsync("POST", $"/cancel/workflow-instances/{(step["instance"] is { } label ? _names.IdOf((string)label!) : (string)step["id"]!)}", new JsonObject()),
        "bulkCancel" => StatusAsync("POST", "/bulk-actions/cancel/workflow-instances", new JsonObject
        {
            ["definitionId"] = _names.DefinitionIdOf((string)step["definition"]!),
            ["versionOptions"] = "AllVersions",
        }),
        "wait" => WaitAsync(step),
        "waitInstances" => WaitInstancesAsync(step),
        "pause" => PauseAsync(step),
        "snapshot" => SnapshotStepAsync(step),
        "instances" => CountAsync(step),
        "activityExecutions" => ActivityExecutionsAsync(step),
        "save" => SaveAsync((JsonObject?)step["model"] ?? folder.Files[(string)step["file"]!], step["publish"]?.GetValue<bool>() ?? false),
        "import" => DefinitionAsync("/workflow-definitions/import", _names.Substitute(folder.Files[(string)step["file"]!])),
        "resave" => ResaveAsync(step),
        "publish" or "retract" => DefinitionAsync($"/workflow-definitions/{Definition(step)}/{name}", new JsonObject()),
        "revert" => StatusAsync("POST", $"/workflow-definitions/{Definition(step)}/revert/{step["version"]}", new JsonObject()),
        "deleteDefinition" => StatusAsync("DELETE", $"/workflow-definitions/{Definition(step)}", null),
        "versions" => VersionsAsync(step),
        "getDefinition" => GetDefinitionAsync(step),
        "roundTrip" => RoundTripAsync(step),
        "api" => ApiStepAsync(step),
        _ => throw new NotSupportedException($"The step '{name}' is not known."),
    };

    private string Definition(JsonObject step) => Uri.EscapeDataString(_names.DefinitionIdOf((string)step["definition"]!));

    private async Task<JsonObject> ExecuteAsync(JsonObject step)
    {
        var body = Pick(step, "input", "correlationId", "name", "triggerActivityId", "versionOptions", "variables");
        var response = await server.ApiAsync("POST", $"/workflow-definitions/{Definition(step)}/execute", body);
        var result = new JsonObject { ["status"] = response.Status };

        if (response.Header("x-elsa-workflow-cannot-start") is { } cannotStart)
        {
            result["cannotStart"] = bool.Parse(cannotStart);
        }

        await DiscoverAsync();

        if (response.Header("x-elsa-workflow-instance-id") is { } id)
        {
            result["instance"] = _names.LabelOf(id);
        }

        if ((response.Body as JsonObject)?["workflowState"] is not JsonObject state)
        {
            if (response.Body is not null)
            {
                result["body"] = _names.Normalise(response.Body);
                result["contentType"] = response.Header("content-type");
            }
        }
        else
        {
            result["state"] = _names.Normalise(new JsonObject
            {
                ["status"] = state["status"]?.DeepClone(),
                ["subStatus"] = state["subStatus"]?.DeepClone(),
                ["output"] = state["output"]?.DeepClone(),
                ["incidents"] = new JsonArray([.. state["incidents"]!.AsArray().Select(incident => incident!["activityId"]?.DeepClone())]),
                ["bookmarks"] = CaseComparer.Sorted(new JsonArray([.. state["bookmarks"]!.AsArray().Select(bookmark => bookmark!["activityId"]?.DeepClone())])),
            });
        }

        return result;
    }

    private async Task<JsonObject> DispatchAsync(JsonObject step)
    {
        var body = Pick(step, "input", "correlationId", "triggerActivityId", "versionOptions", "instanceId");
        var response = await server.ApiAsync("POST", $"/workflow-definitions/{Definition(step)}/dispatch", body);
        var result = new JsonObject { ["status"] = response.Status };

        if ((string?)response.Body?["workflowInstanceId"] is { } id)
        {
            // It starts in the background: no list may show it yet.
            _names.Register(id, _names.DefinitionIdOf((string)step["definition"]!));
            result["instance"] = _names.LabelOf(id);
        }

        return result;
    }

    private async Task<JsonObject> EventAsync(JsonObject step)
    {
        var body = Pick(step, "correlationId", "workflowInstanceId", "activityInstanceId", "input");
        body["workflowExecutionMode"] = (string?)step["mode"] ?? "Synchronous";
        return await StatusAsync("POST", $"/events/{Uri.EscapeDataString((string)step["name"]!)}/trigger", body);
    }

    private async Task<JsonObject> CompleteTaskAsync(JsonObject step)
    {
        var taskId = (string?)step["taskId"];

        if (taskId is null)
        {
            var instance = await server.ApiAsync("GET", $"/workflow-instances/{_names.IdOf((string)step["instance"]!)}");
            taskId = instance.Body!["workflowState"]!["bookmarks"]!.AsArray()
                .Select(bookmark => bookmark!["payload"])
                .First(payload => payload?["taskId"] is not null && (step["taskName"] is null || (string?)payload["taskName"] == (string?)step["taskName"]))!["taskId"]!
                .GetValue<string>();

            if ((string?)step["capture"] is { } capture)
            {
                _names.Capture(capture, taskId);
            }
        }

        return await StatusAsync("POST", $"/tasks/{taskId}/complete", new JsonObject { ["result"] = step["result"]?.DeepClone() });
    }

    private async Task<JsonObject> WaitAsync(JsonObject step)
    {
        var wanted = (string)step["for"]!;
        string? was = null;

        for (var left = Timeout(step); left > TimeSpan.Zero; left -= Poll)
        {
            await DiscoverAsync();

            if (_names.TryIdOf((string)step["instance"]!) is { } id && await server.ApiAsync("GET", $"/workflow-instances/{id}") is { Status: 200, Body: { } instance })
            {
                was = $"{instance["status"]}/{instance["subStatus"]}";
                var isThere = (string?)instance["status"] == wanted || (string?)instance["subStatus"] == wanted;
                isThere &= step["bookmarks"] is not { } bookmarks || instance["workflowState"]!["bookmarks"]!.AsArray().Count == bookmarks.GetValue<int>();

                if (isThere && step["journal"] is JsonObject journal)
                {
                    isThere = (await JournalAsync(id)).Count(entry =>
                        (string?)entry!["activityId"] == (string?)journal["activityId"] && (string?)entry["event"] == (string?)journal["event"])
                        >= (journal["count"]?.GetValue<int>() ?? 1);
                }

                if (isThere)
                {
                    return new JsonObject { ["reached"] = wanted };
                }
            }

            await server.WaitAsync(Poll);
        }

        return new JsonObject { ["reached"] = null, ["was"] = was };
    }

    private async Task<JsonObject> WaitInstancesAsync(JsonObject step)
    {
        var wanted = step["count"]!.GetValue<int>();
        var count = 0;

        for (var left = Timeout(step); left > TimeSpan.Zero; left -= Poll)
        {
            var definition = _names.DefinitionIdOf((string)step["definition"]!);
            count = (await ListAsync()).Count(instance => (string?)instance!["definitionId"] == definition
                && (step["for"] is null || (string?)instance["status"] == (string?)step["for"] || (string?)instance["subStatus"] == (string?)step["for"]));

            if (count >= wanted)
            {
                break;
            }

            await server.WaitAsync(Poll);
        }

        return step["exact"]?.GetValue<bool>() ?? true ? new JsonObject { ["count"] = count } : new JsonObject { ["atLeast"] = count >= wanted };
    }

    private async Task<JsonObject> PauseAsync(JsonObject step)
    {
        for (var left = TimeSpan.FromSeconds(step["seconds"]!.GetValue<double>()); left > TimeSpan.Zero; left -= Poll)
        {
            await server.WaitAsync(Poll);
        }

        return [];
    }

    private async Task<JsonObject> CountAsync(JsonObject step)
    {
        var definition = _names.DefinitionIdOf((string)step["definition"]!);
        return new JsonObject { ["count"] = (await ListAsync()).Count(instance => (string?)instance!["definitionId"] == definition) };
    }

    private async Task<JsonObject> StatusAsync(string method, string path, JsonNode? body) =>
        new() { ["status"] = (await server.ApiAsync(method, path, body)).Status };

    private static TimeSpan Timeout(JsonObject step) => TimeSpan.FromSeconds(step["timeoutSeconds"]?.GetValue<double>() ?? 5);

    private static JsonObject Pick(JsonObject source, params string[] names)
    {
        var picked = new JsonObject();

        foreach (var name in names)
        {
            if (source.TryGetPropertyValue(name, out var value))
            {
                picked[name] = value?.DeepClone();
            }
        }

        return picked;
    }

    private static void Merge(JsonObject target, JsonObject source)
    {
        foreach (var (name, value) in source)
        {
            target[name] = value?.DeepClone();
        }
    }

    internal static JsonNode? At(JsonNode? node, string path)
    {
        foreach (var part in path.Split('.'))
        {
            node = node switch
            {
                JsonObject obj => obj[part],
                JsonArray array when int.TryParse(part, CultureInfo.InvariantCulture, out var index) && index < array.Count => array[index],
                _ => null,
            };
        }

        return node;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$")]
    private static partial Regex Timestamp();
}
