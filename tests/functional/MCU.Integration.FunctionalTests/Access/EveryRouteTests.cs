using System.Net;
using System.Text.RegularExpressions;
using MCU.Integration.FunctionalTests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MCU.Integration.FunctionalTests.Access;

/// <summary>No route is forgotten: whoever is nobody gets 401 from each, and no role gets a fault from any.</summary>
public abstract partial class EveryRouteTests(HubHost hub) : HubTests(hub)
{
    private static readonly string[] Prefixes = ["/api/v1", "/elsa/api", "/metrics"];

    /// <summary>Their tokens are the right; see the tests of addresses.</summary>
    private static readonly string[] ByToken = ["/elsa/api/events/trigger", "/elsa/api/bookmarks/resume"];

    private IEnumerable<(string Method, string Path)> Routes => RoutesWhere(_ => true);

    private IEnumerable<(string Method, string Path)> RoutesWhere(Func<RouteEndpoint, bool> condition) => Hub.App.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(condition)
        .Where(endpoint => endpoint.RoutePattern.RawText is { } pattern && (Prefixes.Any(prefix => pattern.StartsWith(prefix, StringComparison.Ordinal))))
        .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            .Select(method => (method, Parameter().Replace(endpoint.RoutePattern.RawText!, found => found.Value switch
            {
                var guid when guid.Contains(":guid", StringComparison.Ordinal) => Guid.Empty.ToString(),
                var number when number.Contains(":int", StringComparison.Ordinal) => "1",
                _ => "pos",
            }))))
        .Distinct();

    [Fact]
    public async Task EveryRoute_Anonymous_Is401()
    {
        using var nobody = Hub.Client();
        var open = new List<string>();
        foreach (var (method, path) in RoutesWhere(route => !ByToken.Contains(route.RoutePattern.RawText)))
        {
            using var response = await nobody.SendAsync(new(new(method), path));
            if (response.StatusCode != HttpStatusCode.Unauthorized || response.Content.Headers.ContentType?.MediaType != "application/problem+json")
            {
                open.Add($"{method} {path}: {(int)response.StatusCode} {response.Content.Headers.ContentType}");
            }
        }

        Routes.Count().ShouldBeGreaterThan(100);
        open.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("admin", null)]
    [InlineData("auditor", null)]
    [InlineData("operator", "pos")]
    [InlineData("vendor", "sed")]
    public async Task EveryRoute_OfAnyRole_NeverFaults(string role, string? adapter)
    {
        using var client = await Hub.WithRoleAsync(role, adapter is null ? [] : [adapter]);
        var faults = new List<string>();
        foreach (var (method, path) in Routes.Where(route => !route.Path.EndsWith("/master-keys", StringComparison.Ordinal)))
        {
            foreach (var body in new[] { null, "", "{", "[]", "{\"unknown\":1}", "null" })
            {
                using var request = new HttpRequestMessage(new(method), path) { Content = body is null || method == "GET" ? null : Documents.Text(body) };
                using var response = await client.SendAsync(request);
                if ((int)response.StatusCode >= 500 || ((int)response.StatusCode >= 400 && response.Content.Headers.ContentType?.MediaType != "application/problem+json"))
                {
                    faults.Add($"{method} {path} {body}: {(int)response.StatusCode} {response.Content.Headers.ContentType}");
                }
            }
        }

        faults.ShouldBeEmpty();
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
