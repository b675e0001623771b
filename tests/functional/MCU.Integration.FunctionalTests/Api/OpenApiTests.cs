using System.Text.Json;
using System.Text.RegularExpressions;
using MCU.Integration.FunctionalTests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MCU.Integration.FunctionalTests.Api;

/// <summary>The description is complete: every route, every answer, every reference.</summary>
public abstract partial class OpenApiTests(HubHost hub) : HubTests(hub)
{
    [Fact]
    public async Task Document_IsOpenApi31_WithEveryRoute()
    {
        var document = await DocumentAsync();

        document.GetProperty("openapi").GetString().ShouldStartWith("3.1");
        var described = Operations(document).Select(operation => $"{operation.Method} {operation.Path}").ToHashSet();
        var routes = Hub.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal) && !endpoint.RoutePattern.RawText.Contains("**", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                .Select(method => $"{method} {Constraint().Replace(endpoint.RoutePattern.RawText!, "").TrimEnd('/')}"));
        routes.Except(described).ShouldBeEmpty();
    }

    [Fact]
    public async Task EveryOperation_HasItsNameAndTheSchemasOfItsAnswers()
    {
        var document = await DocumentAsync();
        var wanting = new List<string>();
        foreach (var (method, path, operation) in Operations(document))
        {
            var answers = operation.GetProperty("responses").EnumerateObject().ToList();
            var success = answers.Where(answer => answer.Name.StartsWith('2')).ToList();
            if (!operation.TryGetProperty("operationId", out _) || !operation.TryGetProperty("summary", out _)
                || success.Count == 0 || !success.All(answer => answer.Name == "204" || HasSchema(answer))
                || !answers.Any(answer => answer.Name == "401") || !answers.Where(answer => answer.Name.StartsWith('4')).All(HasSchema))
            {
                wanting.Add($"{method} {path}");
            }
        }

        wanting.ShouldBeEmpty();
        Operations(document).Select(operation => operation.Operation.GetProperty("operationId").GetString()).ShouldBeUnique();
    }

    [Fact]
    public async Task EveryReference_LeadsSomewhere()
    {
        var document = await DocumentAsync();
        var references = Reference().Matches(document.GetRawText()).Select(match => match.Groups[1].Value).Distinct().ToList();

        references.ShouldNotBeEmpty();
        references.Where(name => !document.GetProperty("components").GetProperty("schemas").TryGetProperty(name, out _)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReferencePage_LoadsNothingFromElsewhere()
    {
        using var admin = Hub.Admin();
        using var page = await admin.GetAsync("/api/");
        var html = await page.Content.ReadAsStringAsync();

        html.ShouldNotContain("https://");
        var nonce = Nonce().Match(html).Groups[1].Value;
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain($"script-src 'self' 'nonce-{nonce}'");
        foreach (var script in Script().Matches(html).Select(match => match.Groups[1].Value))
        {
            (await admin.GetAsync($"/api/{script}")).IsSuccessStatusCode.ShouldBeTrue(script);
        }
    }

    private static bool HasSchema(JsonProperty answer) =>
        answer.Value.TryGetProperty("content", out var content) && content.EnumerateObject().All(media => media.Value.TryGetProperty("schema", out _));

    private static IEnumerable<(string Method, string Path, JsonElement Operation)> Operations(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (operation.Name.ToUpperInvariant(), path.Name.TrimEnd('/'), operation.Value)));

    private async Task<JsonElement> DocumentAsync()
    {
        using var admin = Hub.Admin();
        return await JsonOf(await admin.GetAsync("/openapi/v1.json"));
    }

    [GeneratedRegex(@":guid(?=\})")]
    private static partial Regex Constraint();

    [GeneratedRegex("\"#/components/schemas/([^\"]+)\"")]
    private static partial Regex Reference();

    [GeneratedRegex("nonce=\"([^\"]+)\"")]
    private static partial Regex Nonce();

    [GeneratedRegex("src=\"([^\"]+)\"")]
    private static partial Regex Script();
}
