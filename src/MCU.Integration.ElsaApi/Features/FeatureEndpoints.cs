using System.Reflection;
using MCU.Integration.ElsaApi.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MCU.Integration.ElsaApi.Features;

/// <summary>What the designer may expect of this server.</summary>
internal static class FeatureEndpoints
{
    public static void MapFeatures(this IEndpointRouteBuilder api)
    {
        api.MapGet("/package/version", () => ElsaJson.Ok(new { packageVersion = Version }));
    }

    private static string Version { get; } = typeof(FeatureEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
