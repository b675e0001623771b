using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <content>What is read back: definitions, instances, journals.</content>
internal sealed partial class CaseRunner
{
    private async Task<JsonArray> ListAsync()
    {
        var body = new JsonObject
        {
            ["page"] = 0,
            ["pageSize"] = 200,
            ["definitionIds"] = new JsonArray([.. _names.DefinitionIds.Select(id => JsonValue.Create(id))]),
            ["orderBy"] = "Created",
            ["orderDirection"] = "Ascending",
        };
        var items = (await server.ApiAsync("POST", "/workflow-instances", body)).Body?["items"] as JsonArray ?? [];
        return new JsonArray([.. items
            .OrderBy(item => (string?)item!["createdAt"], StringComparer.Ordinal).ThenBy(item => (string?)item!["id"], StringComparer.Ordinal)
            .Select(item => item!.DeepClone())]);
    }

    private async Task DiscoverAsync()
    {
        foreach (var instance in await ListAsync())
        {
            _names.Register((string)instance!["id"]!, (string)instance["definitionId"]!);
        }
    }

    private async Task<JsonObject> InstancesAsync()
    {
        await DiscoverAsync();
        var snapshots = new Dictionary<string, JsonObject>(StringComparer.Ordinal);

        foreach (var (label, id) in _names.Instances)
        {
            snapshots[label] = await SnapshotAsync(id, withJournal: true);
        }

        return (string?)folder.Case["instanceOrder"] == "any" ? _names.SortInterchangeable(snapshots) : new JsonObject(snapshots.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
    }

    private async Task<JsonObject> SnapshotStepAsync(JsonObject step) => new()
    {
        ["snapshot"] = await SnapshotAsync(_names.IdOf((string)step["instance"]!), step["journal"]?.GetValue<bool>() ?? false),
    };

    private async Task<JsonObject> SnapshotAsync(string id, bool withJournal)
    {
        var response = await server.ApiAsync("GET", $"/workflow-instances/{id}");

        if (response.Status != 200 || response.Body is not JsonObject instance)
        {
            return new JsonObject { ["httpStatus"] = response.Status };
        }

        var state = instance["workflowState"]!;
        var snapshot = new JsonObject
        {
            ["status"] = instance["status"]?.DeepClone(),
            ["subStatus"] = instance["subStatus"]?.DeepClone(),
            ["correlationId"] = instance["correlationId"]?.DeepClone(),
            ["name"] = instance["name"]?.DeepClone(),
            ["definitionVersion"] = instance["version"]?.DeepClone(),
            ["output"] = state["output"]?.DeepClone(),
            ["incidents"] = new JsonArray([.. state["incidents"]!.AsArray().Select(incident => Pick((JsonObject)incident!, "activityId", "activityType"))]),
            ["bookmarks"] = CaseComparer.Sorted(new JsonArray([.. state["bookmarks"]!.AsArray().Select(bookmark => (JsonNode?)new JsonObject
            {
                ["name"] = bookmark!["name"]?.DeepClone(),
                ["activityId"] = bookmark["activityId"]?.DeepClone(),
                ["payload"] = NormalisePayload(bookmark["payload"]),
            })])),
        };
        var variables = (await server.ApiAsync("GET", $"/workflow-instances/{id}/variables")).Body?["items"] as JsonArray ?? [];
        snapshot["variables"] = new JsonObject(variables.Select(variable => KeyValuePair.Create((string)variable!["name"]!, variable["value"]?.DeepClone())));

        if (withJournal)
        {
            snapshot["journal"] = await JournalAsync(id);
        }

        return (JsonObject)_names.Normalise(snapshot)!;
    }

    private static JsonNode? NormalisePayload(JsonNode? payload)
    {
        if (payload is not JsonObject source)
        {
            return payload?.DeepClone();
        }

        var normalised = new JsonObject();

        foreach (var (name, value) in source)
        {
            normalised[name] = name switch
            {
                "resumeAt" or "executeAt" or "startAt" when value is not null && Timestamp().IsMatch((string)value!) => "<timestamp>",
                "taskId" => "<id>",
                _ => value?.DeepClone(),
            };
        }

        return normalised;
    }

    private async Task<JsonArray> JournalAsync(string id)
    {
        var entries = (await server.ApiAsync("GET", $"/workflow-instances/{id}/journal?skip=0&take=2000")).Body?["items"] as JsonArray ?? [];
        var records = (await server.ApiAsync("GET", $"/activity-executions/list?workflowInstanceId={id}")).Body?["items"] as JsonArray ?? [];
        var outcomes = records
            .Where(record => record!["payload"]?["Outcomes"] is JsonArray names && names.ToJsonString() != "[\"Done\"]")
            .ToDictionary(record => (string)record!["id"]!, record => record!["payload"]!["Outcomes"]!);
        var journal = new JsonArray();

        foreach (var entry in entries)
        {
            var line = new JsonObject
            {
                ["event"] = entry!["eventName"]?.DeepClone(),
                ["activityId"] = entry["activityId"]?.DeepClone(),
                ["activityType"] = entry["activityType"]?.DeepClone(),
            };

            if ((string?)entry["eventName"] == "Completed" && outcomes.TryGetValue((string)entry["activityInstanceId"]!, out var names))
            {
                line["outcomes"] = names.DeepClone();
            }

            journal.Add(line);
        }

        return journal;
    }

    private async Task<JsonObject> ActivityExecutionsAsync(JsonObject step)
    {
        var id = _names.IdOf((string)step["instance"]!);
        var entries = (await server.ApiAsync("GET", $"/workflow-instances/{id}/journal?skip=0&take=2000")).Body?["items"] as JsonArray ?? [];
        var nodeId = (string?)entries.FirstOrDefault(entry => (string?)entry!["activityId"] == (string?)step["activity"])?["nodeId"];

        if (nodeId is null)
        {
            return new JsonObject { ["records"] = new JsonArray() };
        }

        var records = (await server.ApiAsync("GET", $"/activity-executions/list?workflowInstanceId={id}&activityNodeId={Uri.EscapeDataString(nodeId)}")).Body?["items"] as JsonArray ?? [];
        var selected = new JsonArray();

        foreach (var record in records)
        {
            selected.Add(step["select"] is JsonArray select
                ? new JsonObject(select.Select(path => KeyValuePair.Create((string)path!, At(record, (string)path!)?.DeepClone())))
                : new JsonObject
                {
                    ["status"] = record!["status"]?.DeepClone(),
                    ["activityState"] = record["activityState"]?.DeepClone() ?? new JsonObject(),
                    ["outputs"] = record["outputs"]?.DeepClone() ?? new JsonObject(),
                });
        }

        return new JsonObject { ["records"] = _names.Normalise(selected) };
    }

    private Task<JsonObject> SaveAsync(JsonObject model, bool publish) =>
        DefinitionAsync("/workflow-definitions", new JsonObject { ["model"] = _names.Substitute(model), ["publish"] = publish });

    private async Task<JsonObject> DefinitionAsync(string path, JsonNode? body)
    {
        var response = await server.ApiAsync("POST", path, body);
        var result = new JsonObject { ["status"] = response.Status };

        if (response.Status >= 400)
        {
            result["error"] = response.Body?.DeepClone();
            return result;
        }

        var definition = (response.Body?["workflowDefinition"] ?? response.Body) as JsonObject;
        _names.NoteVersion(definition);

        foreach (var name in (string[])["version", "isLatest", "isPublished"])
        {
            result[name] = definition?[name]?.DeepClone();
        }

        if (response.Body?["alreadyPublished"]?.GetValue<bool>() == true)
        {
            result["alreadyPublished"] = true;
        }

        return result;
    }

    private Task<CaseResponse> GetDefinitionCoreAsync(JsonObject step) =>
        server.ApiAsync("GET", $"/workflow-definitions/by-definition-id/{Definition(step)}?versionOptions={(string?)step["versionOptions"] ?? "Latest"}");

    private async Task<JsonObject> GetDefinitionAsync(JsonObject step)
    {
        var response = await GetDefinitionCoreAsync(step);
        var result = new JsonObject { ["status"] = response.Status };

        if (response.Status == 200)
        {
            _names.NoteVersion((JsonObject?)response.Body);
            var select = step["select"] as JsonArray ?? ["version", "isLatest", "isPublished"];
            result["selected"] = _names.Normalise(new JsonObject(select.Select(path => KeyValuePair.Create((string)path!, At(response.Body, (string)path!)?.DeepClone()))));
        }

        return result;
    }

    private async Task<JsonObject> ResaveAsync(JsonObject step)
    {
        var response = await GetDefinitionCoreAsync(step);
        var model = (JsonObject)response.Body!.DeepClone();
        model.Remove("links");
        return await DefinitionAsync("/workflow-definitions", new JsonObject { ["model"] = model, ["publish"] = false });
    }

    private async Task<JsonObject> VersionsAsync(JsonObject step)
    {
        var response = await server.ApiAsync("GET", $"/workflow-definitions?versionOptions=AllVersions&definitionIds={Definition(step)}&orderBy=Version&orderDirection=Ascending");
        var items = response.Body?["items"] as JsonArray ?? [];
        return new JsonObject
        {
            ["status"] = response.Status,
            ["versions"] = new JsonArray([.. items.OrderBy(item => item!["version"]!.GetValue<int>()).Select(item => Pick((JsonObject)item!, "version", "isLatest", "isPublished"))]),
        };
    }

    private async Task<JsonObject> RoundTripAsync(JsonObject step)
    {
        var response = await GetDefinitionCoreAsync(step);
        var differences = new JsonArray();
        var ignored = (step["ignore"] as JsonArray ?? []).Select(path => (string)path!).ToHashSet();
        Subset(_names.Substitute(folder.Files[(string?)step["file"] ?? (string)step["definition"]!]), response.Body, "", differences, ignored);
        return new JsonObject { ["status"] = response.Status, ["differences"] = _names.Normalise(differences) };
    }

    private static void Subset(JsonNode? sent, JsonNode? got, string path, JsonArray differences, HashSet<string> ignored)
    {
        if (ignored.Contains(path))
        {
            return;
        }

        switch (sent, got)
        {
            case (JsonObject left, JsonObject right):
                foreach (var (name, value) in left)
                {
                    var inner = path.Length == 0 ? name : $"{path}.{name}";

                    if (right.ContainsKey(name))
                    {
                        Subset(value, right[name], inner, differences, ignored);
                    }
                    else if (!ignored.Contains(inner) && value is not (null or JsonArray { Count: 0 } or JsonObject { Count: 0 }) && value.ToJsonString() != "false")
                    {
                        differences.Add(new JsonObject { ["path"] = inner, ["sent"] = value.DeepClone(), ["got"] = "<absent>" });
                    }
                }

                break;
            case (JsonArray left, JsonArray right) when left.Count == right.Count:
                for (var i = 0; i < left.Count; i++)
                {
                    Subset(left[i], right[i], $"{path}.{i}", differences, ignored);
                }

                break;
            default:
                if (!JsonNode.DeepEquals(sent, got))
                {
                    differences.Add(new JsonObject { ["path"] = path, ["sent"] = sent?.DeepClone(), ["got"] = got?.DeepClone() });
                }

                break;
        }
    }

    private async Task<JsonObject> ApiStepAsync(JsonObject step)
    {
        var response = await server.ApiAsync((string?)step["method"] ?? "GET", (string)step["path"]!, step["body"]);
        var result = new JsonObject { ["status"] = response.Status };

        if (step["select"] is JsonArray { Count: > 0 } select)
        {
            result["selected"] = _names.Normalise(new JsonObject(select.Select(path =>
            {
                var value = At(response.Body, (string)path!)?.DeepClone();
                return KeyValuePair.Create((string)path!, step["sortLists"] is not null && value is JsonArray list ? CaseComparer.Sorted(list) : value);
            })));
        }
        else if (!step.ContainsKey("select") && (step["body_result"]?.GetValue<bool>() ?? true) && response.Body is not null)
        {
            result["body"] = _names.Normalise(response.Body);
        }

        return result;
    }
}
