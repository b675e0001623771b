using System.Collections.Frozen;
using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Http;
using MCU.Integration.Pipeline.Instances;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace MCU.Integration.ElsaApi.HttpWorkflows;

/// <summary>Routes of published workflows: those without parameters by their path, the others matched one after the other. Built once a publication.</summary>
internal sealed class HttpRouteTable
{
    private readonly FrozenDictionary<(string Path, string Method), HttpRouteMatch[]> _literal;
    private readonly List<(TemplateMatcher Matcher, HttpRouteMatch Match)> _templates = [];

    public HttpRouteTable(TriggerIndex triggers)
    {
        Triggers = triggers;
        var literal = new List<HttpRouteMatch>();
        foreach (var trigger in triggers.All)
        {
            if (trigger.Payload is null || !HttpRoute.TryRead(trigger.Name, JsonNode.Parse(trigger.Payload), out var route))
            {
                continue;
            }

            if (!route.HasParameters)
            {
                literal.Add(new(route, trigger, null));
            }
            else if (MatcherOf(route.Template) is { } matcher)
            {
                _templates.Add((matcher, new(route, trigger, null)));
            }
        }

        _literal = literal.GroupBy(match => (match.Route.Template, match.Route.Method)).ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>What the table was built from.</summary>
    public TriggerIndex Triggers { get; }

    /// <summary>Lower-cased, with a leading slash and none at the end: what a route without parameters is compared with.</summary>
    public static string Normalise(string path) => "/" + path.Trim('/').ToLowerInvariant();

    /// <summary>The matcher of a template; null when it is not one.</summary>
    public static TemplateMatcher? MatcherOf(string template)
    {
        try
        {
            return new(TemplateParser.Parse(template.TrimStart('/')), []);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Triggers that the request starts; more than one is ambiguous. A route without parameters goes before one with.</summary>
    /// <param name="path">As it was sent, below the base path.</param>
    public IReadOnlyList<HttpRouteMatch> Find(string path, string normalised, string method)
    {
        if (_literal.TryGetValue((normalised, method), out var found))
        {
            return found;
        }

        List<HttpRouteMatch> matches = [];
        foreach (var (matcher, match) in _templates)
        {
            var values = new RouteValueDictionary();
            if (match.Route.Method == method && matcher.TryMatch("/" + path.Trim('/'), values))
            {
                matches.Add(match with { Values = values });
            }
        }

        return matches;
    }
}
