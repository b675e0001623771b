using System.Security.Claims;
using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Activities.Pickers;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Workflows.Descriptors;
using MCU.Integration.Workflows.Expressions;
using MCU.Integration.Workflows.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MCU.Integration.ElsaApi.Descriptors;

/// <summary>What the designer offers: activities, expressions, types, strategies.</summary>
internal static class DescriptorEndpoints
{
    public static void MapDescriptors(this IEndpointRouteBuilder api)
    {
        var descriptors = api.MapGroup("/descriptors");
        descriptors.MapGet("/activities", ActivitiesAsync);
        descriptors.MapGet("/activities/{typeName}", ActivityAsync);
        descriptors.MapPost("/activities/{typeName}/options/{propertyName}", OptionsAsync);
        MapList(descriptors, "/expression-descriptors", services => DesignerLists.Expressions((ExpressionLanguages)services.GetService(typeof(ExpressionLanguages))!));
        MapList(descriptors, "/variables", _ => DesignerLists.VariableTypes());
        MapList(descriptors, "/storage-drivers", _ => DesignerLists.StorageDrivers());
        MapList(descriptors, "/workflow-activation-strategies", _ => DesignerLists.ActivationStrategies());
        MapList(descriptors, "/incident-strategies", _ => DesignerLists.IncidentStrategies());
        MapList(descriptors, "/log-persistence-strategies", _ => DesignerLists.LogPersistenceStrategies());
        MapList(descriptors, "/commit-strategies/workflows", _ => DesignerLists.WorkflowCommitStrategies());
        MapList(descriptors, "/commit-strategies/activities", _ => DesignerLists.ActivityCommitStrategies());
        descriptors.MapGet("/output-converters", OutputConverters);
    }

    private static void MapList(IEndpointRouteBuilder routes, string path, Func<IServiceProvider, JsonArray> list) =>
        routes.MapGet(path, (ClaimsPrincipal user, HttpContext context) =>
        {
            user.Actor().Demand(Right.SeeContent);
            return ElsaJson.List(list(context.RequestServices));
        });

    private static async Task ActivitiesAsync(ClaimsPrincipal user, HttpContext context, DescriptorCatalog catalog, CancellationToken cancellation)
    {
        user.Actor().Demand(Right.SeeContent);
        var set = await catalog.GetAsync(cancellation);
        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        var (encoding, content) = accepted.Contains("br", StringComparison.Ordinal) ? ("br", set.Brotli)
            : accepted.Contains("gzip", StringComparison.Ordinal) ? ("gzip", set.Gzip)
            : (null, set.Plain);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.Vary = "Accept-Encoding";
        if (encoding is not null)
        {
            context.Response.Headers.ContentEncoding = encoding;
        }

        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content, cancellation);
    }

    private static async Task<IResult> ActivityAsync(ClaimsPrincipal user, string typeName, ElsaQuery query, DescriptorCatalog catalog, CancellationToken cancellation)
    {
        user.Actor().Demand(Right.SeeContent);
        return ElsaJson.Ok((await catalog.GetAsync(cancellation)).Find(typeName, query.Number("version")) ?? throw UseCaseException.NotFound($"activity type '{typeName}'"));
    }

    private static async Task<IResult> OptionsAsync(
        ClaimsPrincipal user, string typeName, string propertyName, ElsaBody<OptionsRequest> body, DescriptorCatalog catalog, ActivityPickers pickers, CancellationToken cancellation)
    {
        user.Actor().Demand(Right.SeeContent);
        if (pickers.Options(typeName, propertyName, body.Value?.Context) is { } choices)
        {
            return ElsaJson.Ok(new JsonObject { ["items"] = choices });
        }

        var inputs = (await catalog.GetAsync(cancellation)).Find(typeName)?["inputs"] as JsonArray ?? throw UseCaseException.NotFound($"activity type '{typeName}'");
        var input = inputs.OfType<JsonObject>().FirstOrDefault(input => string.Equals(input["name"].AsString(), propertyName, StringComparison.OrdinalIgnoreCase))
            ?? throw UseCaseException.NotFound($"input '{propertyName}' of '{typeName}'");
        return ElsaJson.Ok(new JsonObject { ["items"] = input["uiSpecifications"]?.DeepClone() ?? new JsonObject() });
    }

    // Elsa names both parameters when they are missing; there are no converters here (docs/workflows/differences.md).
    private static IResult OutputConverters(ClaimsPrincipal user, ElsaQuery query)
    {
        user.Actor().Demand(Right.SeeContent);
        string[] required = ["sourceType", "destinationType"];
        var missing = required.Where(name => query.Text(name) is null).Select(name => new Problem($"/{name}", "required", $"The {name} query parameter is required.")).ToList();
        return missing.Count > 0 ? throw UseCaseException.Invalid(missing[0].Message, missing) : ElsaJson.List([]);
    }
}
