using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using MCU.Integration.Workflows.Activities.Flow;
using MCU.Integration.Workflows.Activities.Primitives;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <summary>As much of the Elsa API as the cases need, over the runtime and lists.</summary>
internal sealed partial class InMemoryCaseServer(FlowchartMode mode = FlowchartMode.CounterBased) : ICaseServer
{
    private readonly InMemoryWorkflows _workflows = new(mode);

    public Task WaitAsync(TimeSpan time) => _workflows.AdvanceAsync(time);

    public async Task<CaseResponse> ApiAsync(string method, string path, JsonNode? body = null)
    {
        await _workflows.PumpAsync();
        return await AnswerAsync(method, path, body);
    }

    private Task<CaseResponse> AnswerAsync(string method, string path, JsonNode? body)
    {
        var parts = path.Split('?', 2);
        var segments = parts[0].Trim('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
        var query = HttpUtility.ParseQueryString(parts.Length > 1 ? parts[1] : "");

        return (method, segments) switch
        {
            ("POST", ["workflow-definitions"]) => SaveAsync((JsonObject)body!["model"]!, body["publish"]?.GetValue<bool>() ?? false),
            ("POST", ["workflow-definitions", "import"]) => SaveAsync((JsonObject)body!, false),
            ("GET", ["workflow-definitions"]) => Answer(ListVersions(query["definitionIds"])),
            ("GET", ["workflow-definitions", "by-definition-id", var id]) => Answer(_workflows.FindVersion(id, query["versionOptions"]) is { } version ? Show(version) : null),
            ("GET", ["workflow-definitions", "validation", "is-name-unique"]) => Answer(IsUnique(query["name"], query["definitionId"])),
            ("GET", ["workflow-definitions", var id, "export"]) => Answer(_workflows.FindVersion(id, "Latest") is { } version ? Export(version) : null),
            ("POST", ["workflow-definitions", var id, "publish"]) => PublishAsync(id),
            ("POST", ["workflow-definitions", var id, "retract"]) => Answer(Retract(id)),
            ("POST", ["workflow-definitions", var id, "revert", var number]) => Answer(Revert(id, number)),
            ("DELETE", ["workflow-definitions", var id]) => Answer(Delete(id)),
            ("POST", ["workflow-definitions", var id, "execute"]) => ExecuteAsync(id, (JsonObject)body!),
            ("POST", ["workflow-definitions", var id, "dispatch"]) => DispatchAsync(id, (JsonObject)body!),
            ("POST", ["bulk-actions", "publish", "workflow-definitions", ..]) => BulkPublishAsync(body!),
            ("POST", ["bulk-actions", "retract", "workflow-definitions", ..]) => Answer(BulkRetract(body!)),
            ("POST", ["workflow-instances"]) => Answer(List(body!)),
            ("GET", ["workflow-instances", var id]) => Answer(Find(id) is { } instance ? Show(instance) : null),
            ("DELETE", ["workflow-instances", var id]) => Answer(_workflows.Instances.Remove(id) ? new CaseResponse(204) : new CaseResponse(404)),
            ("GET", ["workflow-instances", var id, "variables"]) => Answer(Find(id) is { } instance ? Variables(instance) : null),
            ("POST", ["workflow-instances", var id, "variables"]) => Answer(PatchVariables(Find(id)!, body!)),
            ("GET", ["workflow-instances", var id, "execution-state"]) => Answer(Find(id) is { } instance ? Show(instance) : null),
            (_, ["workflow-instances", var id, "journal"]) => Answer(Journal(Find(id)!, body?["filter"] as JsonObject ?? [], int.Parse(query["skip"]!), int.Parse(query["take"]!))),
            ("GET", ["activity-executions", "list"]) => Answer(Executions(Find(query["workflowInstanceId"]!)!, query["activityNodeId"])),
            ("POST", ["activity-executions", "report"]) => Answer(Report(Find((string)body!["workflowInstanceId"]!)!, body)),
            ("POST", ["events", var name, "trigger"]) => TriggerAsync(name, (JsonObject)body!),
            ("POST", ["tasks", var taskId, "complete"]) => CompleteTaskAsync(taskId, body!["result"]),
            ("POST", ["cancel", "workflow-instances", var id]) => CancelAsync(_workflows.Instances.Values.Where(instance => instance.Id == id)),
            ("POST", ["bulk-actions", "cancel", "workflow-instances"]) => CancelAsync(_workflows.Instances.Values.Where(instance => instance.Version.Definition.DefinitionId == (string?)body!["definitionId"])),
            _ => throw new NotSupportedException($"{method} {path}"),
        };
    }

    private static Task<CaseResponse> Answer(CaseResponse response) => Task.FromResult(response);

    private static Task<CaseResponse> Answer(JsonNode? body) => Task.FromResult(body is null ? new CaseResponse(404) : new CaseResponse(200, body));

    private StoredInstance? Find(string id) => _workflows.Instances.GetValueOrDefault(id);

    private async Task<CaseResponse> SaveAsync(JsonObject model, bool publish)
    {
        var parsed = WorkflowDefinition.Parse(model);

        if (parsed.Definition is not { } definition)
        {
            return new CaseResponse(400, JsonSerializer.SerializeToNode(parsed.Problems));
        }

        var definitionId = definition.DefinitionId.Length > 0 ? definition.DefinitionId : _workflows.Ids.NewId();
        var latest = _workflows.FindVersion(definitionId, "Latest");
        WorkflowDefinitionVersion version;

        if (latest is { Definition.IsPublished: false })
        {
            version = latest;
            version.Definition = definition.WithIdentity(latest.Definition.Id, definitionId, latest.Definition.Version, true, false);
        }
        else
        {
            version = AddVersion(definition, definitionId, latest);
        }

        if (publish && await PublishAsync(version) is { } refusal)
        {
            return refusal;
        }

        return new CaseResponse(200, new JsonObject { ["workflowDefinition"] = Show(version), ["alreadyPublished"] = false });
    }

    private WorkflowDefinitionVersion AddVersion(WorkflowDefinition definition, string definitionId, WorkflowDefinitionVersion? latest)
    {
        var number = _workflows.Versions.Where(other => other.Definition.DefinitionId == definitionId).Select(other => other.Definition.Version).DefaultIfEmpty().Max() + 1;
        var version = new WorkflowDefinitionVersion { Definition = definition.WithIdentity(_workflows.Ids.NewId(), definitionId, number, true, false) };

        if (latest is not null)
        {
            var triggers = latest.Triggers;
            InMemoryWorkflows.SetFlags(latest, false, latest.Definition.IsPublished);
            latest.Triggers = triggers;
        }

        _workflows.Versions.Add(version);
        return version;
    }

    private JsonObject Show(WorkflowDefinitionVersion version)
    {
        var json = version.Definition.ToJson();

        if (json["root"] is JsonObject root)
        {
            NotFoundPlaceholder.Hide(root, (type, number) => _workflows.Registry.TryGet(type, number, out _) || IsWorkflow(type));
        }

        return json;
    }

    private bool IsWorkflow(string type) => _workflows.Versions.Exists(version => Casing.Pascal(version.Definition.Name ?? "") == type);

    private static JsonObject Export(WorkflowDefinitionVersion version)
    {
        var json = version.Definition.ToJson();
        json["$schema"] = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";
        return json;
    }

    private JsonObject ListVersions(string? definitionId) => new()
    {
        ["items"] = new JsonArray([.. _workflows.Versions.Where(version => version.Definition.DefinitionId == definitionId).Select(version => (JsonNode?)Show(version))]),
    };

    private JsonObject IsUnique(string? name, string? definitionId) => new()
    {
        ["isUnique"] = !_workflows.Versions.Exists(version => version.Definition.Name == name && version.Definition.DefinitionId != definitionId),
    };

    private async Task<CaseResponse> PublishAsync(string id)
    {
        if (_workflows.FindVersion(id, "Latest") is not { } version)
        {
            return new CaseResponse(404);
        }

        var already = version.Definition.IsPublished;
        return await PublishAsync(version) ?? new CaseResponse(200, new JsonObject { ["workflowDefinition"] = Show(version), ["alreadyPublished"] = already });
    }

    private CaseResponse Retract(string id)
    {
        if (_workflows.FindVersion(id, "Published") is not { } version)
        {
            return new CaseResponse(400);
        }

        InMemoryWorkflows.SetFlags(version, version.Definition.IsLatest, false);
        return new CaseResponse(200, Show(version));
    }

    private CaseResponse Revert(string id, string number)
    {
        AddVersion(_workflows.FindVersion(id, number)!.Definition, id, _workflows.FindVersion(id, "Latest"));
        return new CaseResponse(201);
    }

    private CaseResponse Delete(string id)
    {
        foreach (var instance in _workflows.Instances.Values.Where(instance => instance.Version.Definition.DefinitionId == id).ToList())
        {
            _workflows.Instances.Remove(instance.Id);
        }

        return new CaseResponse(_workflows.Versions.RemoveAll(version => version.Definition.DefinitionId == id) > 0 ? 204 : 404);
    }

    private async Task<CaseResponse> BulkPublishAsync(JsonNode body)
    {
        var result = new JsonObject { ["published"] = new JsonArray(), ["alreadyPublished"] = new JsonArray(), ["notFound"] = new JsonArray() };

        foreach (var id in body["definitionIds"]!.AsArray().Select(id => (string)id!))
        {
            var response = await PublishAsync(id);
            var list = response.Status == 404 ? "notFound" : response.Body!["alreadyPublished"]!.GetValue<bool>() ? "alreadyPublished" : "published";
            result[list]!.AsArray().Add(id);
        }

        return new CaseResponse(200, result);
    }

    private JsonObject BulkRetract(JsonNode body)
    {
        var result = new JsonObject { ["retracted"] = new JsonArray(), ["alreadyRetracted"] = new JsonArray(), ["notFound"] = new JsonArray() };

        foreach (var id in body["definitionIds"]!.AsArray().Select(id => (string)id!))
        {
            var list = _workflows.FindVersion(id, "Latest") is null ? "notFound" : Retract(id).Status == 200 ? "retracted" : "alreadyRetracted";
            result[list]!.AsArray().Add(id);
        }

        return result;
    }

    private async Task<CaseResponse> ExecuteAsync(string id, JsonObject body)
    {
        if (_workflows.FindVersion(id, (string?)body["versionOptions"]) is not { } version)
        {
            return new CaseResponse(404);
        }

        // A workflow may answer the call that executes it.
        var exchange = new InMemoryExchange(new HttpRequestData { Method = "POST", Path = "/" });

        if (await _workflows.StartAsync(version, Request(body), exchange) is not { } instance)
        {
            return new CaseResponse(200, null, new Dictionary<string, string> { ["x-elsa-workflow-cannot-start"] = "True" });
        }

        if (exchange.Response is not null)
        {
            return Answer(exchange, instance);
        }

        var shown = Show(instance);
        return new CaseResponse(
            (string)shown["subStatus"]! == nameof(WorkflowSubStatus.Faulted) ? 500 : 200,
            new JsonObject { ["workflowState"] = shown["workflowState"]!.DeepClone() },
            new Dictionary<string, string> { ["x-elsa-workflow-cannot-start"] = "False", ["x-elsa-workflow-instance-id"] = instance.Id });
    }

    private async Task<CaseResponse> DispatchAsync(string id, JsonObject body)
    {
        if (_workflows.FindVersion(id, (string?)body["versionOptions"]) is not { } version)
        {
            return new CaseResponse(404);
        }

        var instance = await _workflows.StartAsync(version, Request(body));
        return new CaseResponse(200, new JsonObject { ["workflowInstanceId"] = instance?.Id });
    }

    private StartRequest Request(JsonObject body) => new()
    {
        InstanceId = (string?)body["instanceId"] ?? _workflows.Ids.NewId(),
        CorrelationId = (string?)body["correlationId"],
        Name = (string?)body["name"],
        Input = (JsonObject?)body["input"],
        Variables = (JsonObject?)body["variables"],
        TriggerActivityId = (string?)body["triggerActivityId"],
    };

    private async Task<CaseResponse> TriggerAsync(string name, JsonObject body)
    {
        var stimulus = Event.StimulusOf(name);
        var instanceId = (string?)body["workflowInstanceId"];
        await _workflows.StimulateAsync(new SentStimulus(stimulus.Name, stimulus.Hash, body["input"])
        {
            CorrelationId = (string?)body["correlationId"],
            InstanceId = instanceId,
            StartsWorkflows = instanceId is null,
        });
        return new CaseResponse(200);
    }

    private async Task<CaseResponse> CompleteTaskAsync(string taskId, JsonNode? result)
    {
        var stimulus = RunTask.StimulusOf(taskId);
        await _workflows.StimulateAsync(new SentStimulus(stimulus.Name, stimulus.Hash, result));
        return new CaseResponse(200);
    }

    private async Task<CaseResponse> CancelAsync(IEnumerable<StoredInstance> instances)
    {
        foreach (var instance in instances.ToList())
        {
            await _workflows.CancelAsync(instance);
        }

        return new CaseResponse(200);
    }
}
