using System.Text.Json.Nodes;

namespace MCU.Integration.Pipeline.Http;

/// <summary>A route with parameters that an instance waits at. Routes without are found by the hash of the requested path itself.</summary>
public sealed record HttpTemplate(string Template, string Method)
{
    /// <summary>The template of a bookmark; null when it waits for something else, or at a route without parameters.</summary>
    public static HttpTemplate? Of(string stimulusName, JsonNode? payload) =>
        HttpRoute.TryRead(stimulusName, payload, out var route) && route.HasParameters ? new(route.Template, route.Method) : null;
}
