using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <content>Instances, their journal and their records, as the API shows them.</content>
internal sealed partial class InMemoryCaseServer
{
    private JsonObject List(JsonNode body)
    {
        var ids = body["definitionIds"]!.AsArray().Select(id => (string)id!).ToHashSet();
        return new JsonObject
        {
            ["items"] = new JsonArray([.. _workflows.Instances.Values.Where(instance => ids.Contains(instance.Version.Definition.DefinitionId)).Select(instance => (JsonNode?)Show(instance))]),
        };
    }

    private static JsonObject Show(StoredInstance instance)
    {
        var state = instance.Load();
        return new JsonObject
        {
            ["id"] = instance.Id,
            ["definitionId"] = state.DefinitionId,
            ["version"] = state.DefinitionVersion,
            ["status"] = state.Status.ToString(),
            ["subStatus"] = state.SubStatus.ToString(),
            ["correlationId"] = state.CorrelationId,
            ["name"] = state.Name,
            ["createdAt"] = state.CreatedAt.ToString("o"),
            ["workflowState"] = new JsonObject
            {
                ["id"] = instance.Id,
                ["status"] = state.Status.ToString(),
                ["subStatus"] = state.SubStatus.ToString(),
                ["output"] = new JsonObject(state.Output.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))),
                ["incidents"] = JsonSerializer.SerializeToNode(state.Incidents, JsonSerializerOptions.Web),
                ["bookmarks"] = new JsonArray([.. state.Bookmarks.Select(bookmark => (JsonNode?)new JsonObject
                {
                    ["name"] = bookmark.StimulusName,
                    ["activityId"] = bookmark.ActivityId,
                    ["payload"] = bookmark.Payload?.DeepClone(),
                })]),
            },
        };
    }

    private static JsonObject Variables(StoredInstance instance)
    {
        var values = instance.Load().Activities.FirstOrDefault()?.Variables ?? [];
        return new JsonObject
        {
            ["items"] = new JsonArray([.. instance.Version.Definition.Variables.Select(variable => (JsonNode?)new JsonObject
            {
                ["id"] = variable.Id,
                ["name"] = variable.Name,
                ["value"] = values.Find(value => value.Id == variable.Id)?.Value?.DeepClone(),
            })]),
        };
    }

    private static JsonObject PatchVariables(StoredInstance instance, JsonNode body)
    {
        instance.Edit(state =>
        {
            foreach (var variable in body["variables"]!.AsArray())
            {
                var stored = state.Activities[0].Variables!;
                stored[stored.FindIndex(value => value.Id == (string?)variable!["id"])] = new VariableState((string)variable!["id"]!, variable["value"]?.DeepClone());
            }
        });
        return Variables(instance);
    }

    private static JsonObject Journal(StoredInstance instance, JsonObject filter, int skip, int take)
    {
        var excluded = Names(filter["excludedActivityTypes"]);
        var events = Names(filter["eventNames"]);
        var activities = Names(filter["activityIds"]);
        var entries = instance.Journal
            .Where(entry => !excluded.Contains(entry.ActivityType) && (events.Count == 0 || events.Contains(entry.EventName)) && (activities.Count == 0 || activities.Contains(entry.ActivityId)))
            .OrderBy(entry => entry.Sequence).ToList();
        return new JsonObject
        {
            ["totalCount"] = entries.Count,
            ["items"] = new JsonArray([.. entries.Skip(skip).Take(take).Select(entry => (JsonNode?)new JsonObject
            {
                ["eventName"] = entry.EventName,
                ["activityId"] = entry.ActivityId,
                ["activityType"] = entry.ActivityType,
                ["activityInstanceId"] = entry.ActivityInstanceId,
                ["nodeId"] = entry.ActivityNodeId,
            })]),
        };
    }

    private static HashSet<string> Names(JsonNode? list) => (list as JsonArray ?? []).Select(name => (string)name!).ToHashSet();

    private static JsonObject Executions(StoredInstance instance, string? nodeId) => new()
    {
        ["items"] = new JsonArray([.. instance.Executions.Values.Where(record => nodeId is null || record.ActivityNodeId == nodeId).OrderBy(record => record.StartedAt).Select(record => (JsonNode?)new JsonObject
        {
            ["id"] = record.Id,
            ["activityNodeId"] = record.ActivityNodeId,
            ["status"] = record.Status.ToString(),
            ["activityState"] = record.ActivityState.DeepClone(),
            ["outputs"] = record.Outputs.DeepClone(),
            ["payload"] = record.Payload?.DeepClone(),
        })]),
    };

    private static JsonObject Report(StoredInstance instance, JsonNode body) => new()
    {
        ["stats"] = new JsonArray([.. body["activityNodeIds"]!.AsArray().Select(nodeId =>
        {
            var records = instance.Executions.Values.Where(record => record.ActivityNodeId == (string)nodeId!).ToList();
            return (JsonNode?)new JsonObject
            {
                ["activityId"] = records.FirstOrDefault()?.ActivityId,
                ["startedCount"] = records.Count,
                ["completedCount"] = records.Count(record => record.CompletedAt is not null),
                ["uncompletedCount"] = records.Count(record => record.CompletedAt is null),
                ["isBlocked"] = records.Exists(record => record.HasBookmarks),
                ["isFaulted"] = records.Exists(record => record.Status == ActivityStatus.Faulted),
            };
        })]),
    };
}
