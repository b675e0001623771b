using System.Reflection;
using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MCU.Integration.ElsaApi.Features;

/// <summary>What the designer may expect of this server. It looks for full names; what is not listed it leaves out.</summary>
internal static class FeatureEndpoints
{
    /// <summary>Live updates of instances instead of polling.</summary>
    public const string RealTime = "Elsa.RealTimeWorkflowUpdates";

    private static readonly (string FullName, string DisplayName, string Description)[] Installed =
    [
        (RealTime, "Real-time workflow updates", "Tells the designer when an instance goes on."),
        ("Elsa.Http", "HTTP", "Workflows that are called over HTTP and that call others."),
        ("Elsa.JavaScript", "JavaScript", "Expressions in JavaScript."),
        ("Elsa.Liquid", "Liquid", "Expressions in Liquid."),
        ("Elsa.Scheduling", "Scheduling", "Timers, delays and cron."),
    ];

    public static void MapFeatures(this IEndpointRouteBuilder api)
    {
        api.MapGet("/package/version", () => ElsaJson.Ok(new { packageVersion = Version }));
        api.MapGet("/features/installed", () => ElsaJson.List([.. Installed.Select(Feature)]));
        api.MapGet("/features/installed/{fullName}", (string fullName) => ElsaJson.Ok(
            Installed.Where(feature => feature.FullName == fullName).Select(Feature).FirstOrDefault() ?? throw UseCaseException.NotFound($"feature '{fullName}'")));
    }

    private static string Version { get; } = typeof(FeatureEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    private static JsonNode Feature((string FullName, string DisplayName, string Description) feature)
    {
        var dot = feature.FullName.LastIndexOf('.');
        return new JsonObject
        {
            ["name"] = feature.FullName[(dot + 1)..],
            ["namespace"] = feature.FullName[..dot],
            ["fullName"] = feature.FullName,
            ["displayName"] = feature.DisplayName,
            ["description"] = feature.Description,
        };
    }
}
