using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.Designer;

/// <summary>What <c>/designer</c> serves; how Studio behaves in it is the browser tests' part.</summary>
public abstract partial class DesignerTests(HubHost hub) : HubTests(hub)
{
    private const string Runtime = "/designer/_framework/dotnet.js";

    private static bool StudioIsMissing => !Directory.Exists(Path.Combine(AppContext.BaseDirectory, "studio"));

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("gzip, br;q=0.5", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("*", "br")]
    [InlineData(null, null)]
    public async Task File_PackedAsTheClientAccepts_KeepsItsTypeAndContent(string? accept, string? encoding)
    {
        SkipWithoutStudio();
        using var nobody = Hub.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, Runtime);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);
        }

        using var response = await nobody.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        response.Content.Headers.ContentEncoding.ShouldBe(encoding is null ? [] : [encoding]);
        response.Headers.Vary.ShouldBe(["Accept-Encoding"]);
        (await TextOf(response)).ShouldContain("Elsa.Studio.Host.CustomElements");
    }

    [Fact]
    public async Task File_WhoseNameIsFingerprinted_IsKeptForEver_OthersAreAskedAgain()
    {
        SkipWithoutStudio();
        using var nobody = Hub.Client();
        using var runtime = await nobody.GetAsync(Runtime);
        var module = Module().Match(await TextOf(runtime)).Value;

        using var fingerprinted = await nobody.GetAsync("/designer/_framework/" + module);
        using var again = new HttpRequestMessage(HttpMethod.Get, Runtime);
        again.Headers.IfNoneMatch.Add(runtime.Headers.ETag!);
        using var unchanged = await nobody.SendAsync(again);

        fingerprinted.Headers.CacheControl!.ToString().ShouldContain("immutable");
        fingerprinted.Content.Headers.ContentType!.MediaType.ShouldBe("application/wasm");
        runtime.Headers.CacheControl!.NoCache.ShouldBeTrue();
        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("/designer/_framework/nothing.wasm")]
    [InlineData("/designer/..%2fappsettings.json")]
    [InlineData("/designer/index.html")]
    public async Task File_ThatStudioHasNot_Is404(string path)
    {
        using var nobody = Hub.Client();

        using var response = await nobody.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/designer", "/designer/workflows/definitions")]
    [InlineData("/workflows/definitions/pos-intake/edit", "/designer/workflows/definitions/pos-intake/edit")]
    [InlineData("/diagnostics/structured-logs?workflowInstanceId=1%2F2", "/designer/workflows/instances/1%2F2/view")]
    [InlineData("/diagnostics/structured-logs", "/designer/workflows/instances")]
    public async Task Link_ThatIgnoresWhereStudioIs_LeadsToIt(string path, string target)
    {
        using var admin = Hub.Admin();

        using var response = await admin.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe(target);
    }

    [Fact]
    public async Task Page_HasAPolicyOfItsOwn_AndTheRestOfTheHubKeepsTheStrictOne()
    {
        using var admin = Hub.Admin();

        using var page = await admin.GetAsync("/designer/workflows/definitions");
        using var other = await admin.GetAsync("/api/v1/me");

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("'wasm-unsafe-eval'");
        policy.ShouldNotContain("'unsafe-eval'");
        policy.ShouldContain($"connect-src 'self' ws://{Hub.Url.Authority}");
        other.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("wasm");
    }

    [Fact]
    public async Task Page_NamesNoOtherHost()
    {
        using var admin = Hub.Admin();

        var html = await admin.GetStringAsync("/designer/workflows/definitions");

        Address().Matches(html).Select(match => match.Value).Where(address => !address.StartsWith(Hub.Url.ToString(), StringComparison.Ordinal)).ShouldBeEmpty();
        html.ShouldContain("<base href=\"/designer/\"");
    }

    [Fact]
    public async Task Page_OfSomebodyWithoutTheRight_SaysSo()
    {
        using var vendor = await Hub.WithRoleAsync("vendor", "sed");

        using var response = await vendor.GetAsync("/designer/workflows/definitions");

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("id=\"studio\"");
    }

    private static void SkipWithoutStudio() => Assert.SkipWhen(StudioIsMissing, "SKIPPED: the hub was built without Elsa Studio. Install Node 20 and build again.");

    private static async Task<string> TextOf(HttpResponseMessage response)
    {
        await using var body = await response.Content.ReadAsStreamAsync();
        await using Stream plain = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync();
    }

    [GeneratedRegex(@"dotnet\.native\.[a-z0-9]{10}\.wasm")]
    private static partial Regex Module();

    [GeneratedRegex("https?://[^\"' <]+")]
    private static partial Regex Address();
}
