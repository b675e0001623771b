using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace MCU.Integration.FunctionalTests.Hosting;

/// <summary>What tests of a running hub share.</summary>
public abstract class HubTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    protected HubTests(HubHost hub)
    {
        Assert.SkipWhen(hub.Missing is not null, hub.Missing ?? "");
        Hub = hub;
    }

    protected HubHost Hub { get; }

    protected static async Task<JsonElement> JsonOf(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();

    /// <summary>Asserts that the answer is a problem (RFC 9457) of the status and code, and returns it.</summary>
    protected static async Task<JsonElement> ShouldBeProblem(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, text);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", text);
        var problem = JsonElement.Parse(text);
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.GetProperty("code").GetString().ShouldBe(code, text);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("instance").GetString().ShouldNotBeNullOrEmpty();
        return problem;
    }

    /// <summary>The pointers of a problem's errors.</summary>
    protected static IReadOnlyList<string> PointersOf(JsonElement problem) =>
        [.. problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!)];

    /// <param name="state">Says what was found instead, when it never holds.</param>
    protected static Task UntilAsync(Func<bool> holds, Func<string> state) => UntilAsync(() => Task.FromResult(holds()), state);

    protected static async Task UntilAsync(Func<Task<bool>> holds, Func<string> state)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            TimeProvider.System.GetElapsedTime(since).ShouldBeLessThan(Patience, state());
            await Task.Delay(Look, TimeProvider.System);
        }
    }
}
