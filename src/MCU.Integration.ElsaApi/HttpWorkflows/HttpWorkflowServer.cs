using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Http;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.State;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace MCU.Integration.ElsaApi.HttpWorkflows;

/// <summary>
/// Serves requests by workflows, as Elsa 3.8: the trigger whose route fits starts an instance, otherwise the instance that waits at the route is resumed.
/// The answer is written after the commit.
/// </summary>
internal sealed class HttpWorkflowServer(HttpWorkflowDesk desk, IOptions<HttpWorkflowOptions> options, TimeProvider time)
{
    private const string CorrelationHeader = "X-Correlation-ID";
    private const string InstanceHeader = "X-Workflow-Instance-ID";

    private volatile HttpRouteTable? _routes;

    public async Task ServeAsync(HttpContext context)
    {
        var request = context.Request;
        request.Path.StartsWithSegments(options.Value.Path, out var rest);
        var path = rest.HasValue ? rest.Value : "/";
        var normalised = HttpRouteTable.Normalise(path);
        var method = request.Method.ToLowerInvariant();
        var correlationId = Given(request, CorrelationHeader, "correlationId");
        var started = Routes().Find(path, normalised, method);
        if (started.Count > 0)
        {
            var match = One(started);
            await RunAsync(context, match.Route, path, match.Values, (exchange, cancellation) => desk.StartAsync(match.Trigger, correlationId, exchange, cancellation));
            return;
        }

        var instanceId = Given(request, InstanceHeader, "workflowInstanceId");
        var (bookmark, values) = await WaitingAsync(path, normalised, method, correlationId, instanceId, context.RequestAborted);
        if (bookmark is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await RunAsync(context, desk.RouteOf(bookmark), path, values, (exchange, cancellation) => desk.ResumeAsync(bookmark, exchange, cancellation));
    }

    private HttpRouteTable Routes()
    {
        var triggers = desk.Triggers;
        var routes = _routes;
        return routes?.Triggers == triggers ? routes : _routes = new(triggers);
    }

    private async Task<(BookmarkRow? Bookmark, RouteValueDictionary? Values)> WaitingAsync(
        string path, string normalised, string method, string? correlationId, string? instanceId, CancellationToken cancellation)
    {
        var candidates = new Dictionary<string, RouteValueDictionary?>(StringComparer.Ordinal) { [HttpStimulus.Of(normalised, method).Hash] = null };
        foreach (var template in await desk.TemplatesAsync(cancellation))
        {
            var values = new RouteValueDictionary();
            if (template.Method == method && HttpRouteTable.MatcherOf(template.Template)?.TryMatch("/" + path.Trim('/'), values) == true)
            {
                candidates[HttpStimulus.Of(template.Template, method).Hash] = values;
            }
        }

        var waiting = await desk.WaitingAsync(candidates.Keys, correlationId, instanceId, cancellation);
        return waiting.Count == 0 ? default : (One(waiting), candidates[waiting[0].Hash]);
    }

    private async Task RunAsync(
        HttpContext context, HttpRoute route, string path, RouteValueDictionary? values, Func<IHttpExchange, CancellationToken, Task<ImmediateResult>> run)
    {
        if (Refusal(context, route) is { } refusal)
        {
            context.Response.StatusCode = refusal;
            return;
        }

        var exchange = new HttpExchange(await HttpRequestReader.ReadAsync(context.Request, path, values, context.RequestAborted));
        using var timeout = new CancellationTokenSource(route.Timeout ?? options.Value.RequestTimeout, time);
        try
        {
            // Not ended by a caller who hangs up: whether the work was done must not depend on that.
            await AnswerAsync(context, exchange, await run(exchange, timeout.Token));
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status408RequestTimeout;
        }
    }

    private static int? Refusal(HttpContext context, HttpRoute route)
    {
        if (!route.Authorize)
        {
            return null;
        }

        return ActorClaims.ActorOf(context.User) is not { } actor ? StatusCodes.Status401Unauthorized
            : route.Policy is { } policy && !(Enum.TryParse<Right>(policy, ignoreCase: true, out var right) && actor.May(right)) ? StatusCodes.Status403Forbidden
            : null;
    }

    private static Task AnswerAsync(HttpContext context, HttpExchange exchange, ImmediateResult result)
    {
        if (exchange.Response is { } answer && !result.Refused)
        {
            return HttpResponseWriter.WriteAsync(context.Response, answer, context.RequestAborted);
        }

        context.Response.StatusCode = result switch
        {
            { Refused: true } => StatusCodes.Status409Conflict,
            { State: null } => StatusCodes.Status404NotFound,
            { State.SubStatus: WorkflowSubStatus.Faulted } faulted => StatusOf(faulted.State.Incidents.LastOrDefault()),
            _ => StatusCodes.Status200OK,
        };
        return Task.CompletedTask;
    }

    // As Elsa 3.8: the caller learns what went wrong only if it is the caller's doing.
    private static int StatusOf(Incident? incident) => incident?.Exception?.Type.Split('.')[^1] switch
    {
        nameof(TimeoutException) or nameof(TaskCanceledException) => StatusCodes.Status408RequestTimeout,
        nameof(BadHttpRequestException) => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static T One<T>(IReadOnlyList<T> found) => found.Count == 1
        ? found[0]
        : throw new BadHttpRequestException("Several workflows answer at this address.", StatusCodes.Status500InternalServerError);

    private static string? Given(HttpRequest request, string header, string query) =>
        request.Headers[header].ToString() is { Length: > 0 } inHeader ? inHeader
        : request.Query[query].ToString() is { Length: > 0 } inQuery ? inQuery
        : null;
}
