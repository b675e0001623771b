using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <content>Requests to HTTP workflows, as a host serves them.</content>
internal sealed partial class InMemoryCaseServer
{
    public async Task<CaseResponse> HttpAsync(CaseRequest request)
    {
        await _workflows.PumpAsync();
        var parts = request.Path.Split('?', 2);
        var query = HttpUtility.ParseQueryString(parts.Length > 1 ? parts[1] : "");
        var (template, values) = MatchRoute(parts[0]);
        var hash = HttpStimulus.Of(template, request.Method).Hash;
        var correlationId = request.Headers.GetValueOrDefault("X-Correlation-ID") ?? query["correlationId"];
        var instanceId = request.Headers.GetValueOrDefault("X-Workflow-Instance-ID") ?? query["workflowInstanceId"];
        var triggers = _workflows.FindTriggers(hash);
        var bookmarks = _workflows.FindBookmarks(hash, instanceId, correlationId);
        var waiting = triggers.Count > 0 ? triggers.Select(hit => hit.Trigger.Payload).ToList() : bookmarks.Select(hit => hit.Bookmark.Payload).ToList();

        if (waiting.Count != 1)
        {
            return new CaseResponse(waiting.Count == 0 ? 404 : 500);
        }

        if (waiting[0]!["authorize"].AsBoolean() == true)
        {
            return new CaseResponse(401);
        }

        var exchange = new InMemoryExchange(RequestOf(request, parts[0], query, values));
        return Answer(exchange, triggers.Count > 0
            ? await StartAsync(triggers[0].Version, triggers[0].Trigger, instanceId, correlationId, exchange)
            : await ResumeAsync(bookmarks[0].Instance, bookmarks[0].Bookmark.Id, exchange));
    }

    private Task<StoredInstance?> StartAsync(
        WorkflowDefinitionVersion version, TriggerDescription trigger, string? instanceId, string? correlationId, InMemoryExchange exchange) =>
        _workflows.StartAsync(
            version,
            new StartRequest { InstanceId = instanceId ?? _workflows.Ids.NewId(), CorrelationId = correlationId, TriggerActivityId = trigger.ActivityId },
            exchange);

    private async Task<StoredInstance?> ResumeAsync(StoredInstance instance, string bookmarkId, InMemoryExchange exchange)
    {
        await _workflows.ResumeAsync(instance, bookmarkId, null, exchange);
        return instance;
    }

    private static CaseResponse Answer(InMemoryExchange exchange, StoredInstance? instance)
    {
        var response = exchange.Response;

        if (response?.Body is null or { IsEmpty: true } && instance?.Load().Incidents.Count > 0)
        {
            return new CaseResponse(500);
        }

        var headers = response?.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(", ", header.Value)) ?? [];

        if (response?.ContentType is { } contentType)
        {
            headers["content-type"] = contentType;
        }

        return new CaseResponse(response?.StatusCode ?? 200, CaseRunner.ParseBody((response?.Body ?? default).Span), headers);
    }

    /// <summary>Publishes unless another workflow has the same route and method.</summary>
    private async Task<CaseResponse?> PublishAsync(WorkflowDefinitionVersion version)
    {
        foreach (var trigger in await _workflows.DescribeTriggersAsync(version))
        {
            if (trigger.StimulusName == HttpStimulus.Name
                && _workflows.FindTriggers(trigger.Hash).Any(other => other.Version.Definition.DefinitionId != version.Definition.DefinitionId))
            {
                return new CaseResponse(400, new JsonObject { ["message"] = "The path is in use by another workflow." });
            }
        }

        await _workflows.PublishAsync(version);
        return null;
    }

    private (string Template, Dictionary<string, string?> Values) MatchRoute(string path)
    {
        var templates = _workflows.Versions.SelectMany(version => version.Triggers).Where(trigger => trigger.StimulusName == HttpStimulus.Name).Select(trigger => trigger.Payload)
            .Concat(_workflows.Instances.Values.SelectMany(instance => instance.Bookmarks.Values).Where(bookmark => bookmark.StimulusName == HttpStimulus.Name).Select(bookmark => bookmark.Payload))
            .Select(payload => (string)payload!["path"]!);
        var segments = path.Trim('/').Split('/');

        foreach (var template in templates)
        {
            var wanted = template.Trim('/').Split('/');

            if (wanted.Length == segments.Length
                && wanted.Zip(segments).All(pair => pair.First.StartsWith('{') || string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase)))
            {
                return (template, wanted.Zip(segments).Where(pair => pair.First.StartsWith('{')).ToDictionary(pair => pair.First.Trim('{', '}'), pair => (string?)Uri.UnescapeDataString(pair.Second)));
            }
        }

        return (path, []);
    }

    private static HttpRequestData RequestOf(CaseRequest request, string path, System.Collections.Specialized.NameValueCollection query, Dictionary<string, string?> values)
    {
        var contentType = request.Headers.GetValueOrDefault("Content-Type");
        var isForm = contentType == "application/x-www-form-urlencoded";
        return new HttpRequestData
        {
            Method = request.Method,
            Path = path,
            RouteValues = values,
            Query = Fields(query),
            Headers = request.Headers.ToDictionary(header => header.Key, header => (IReadOnlyList<string?>)[header.Value]),
            ContentType = contentType,
            ContentLength = request.Body?.Length ?? 0,
            Body = isForm ? default : request.Body,
            Form = isForm ? new HttpFormData(Fields(HttpUtility.ParseQueryString(Encoding.UTF8.GetString(request.Body!))), []) : null,
        };
    }

    private static Dictionary<string, IReadOnlyList<string?>> Fields(System.Collections.Specialized.NameValueCollection values) =>
        values.AllKeys.ToDictionary(key => key!, key => (IReadOnlyList<string?>)values.GetValues(key)!);
}
