using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Http;

/// <summary>The stimulus by which received requests find triggers and bookmarks of HTTP endpoints.</summary>
public static class HttpStimulus
{
    /// <summary>The name of the stimulus.</summary>
    public const string Name = "Elsa.HttpEndpoint";

    /// <summary>The stimulus of a route and a method; neither depends on case nor on slashes at the ends.</summary>
    /// <param name="route">
    /// The route template as the endpoint declares it, e.g. <c>/orders/{id}</c>: a host matches a request's path against the templates
    /// first and asks with the template that matched.
    /// </param>
    /// <param name="method">The method.</param>
    public static Stimulus Of(string route, string method) => new(Name, new JsonObject
    {
        ["path"] = NormalizeRoute(route).ToLowerInvariant(),
        ["method"] = method.ToLowerInvariant(),
    });

    /// <summary>A route with one leading and no trailing slash.</summary>
    public static string NormalizeRoute(string route) => $"/{route.Trim('/')}";
}
