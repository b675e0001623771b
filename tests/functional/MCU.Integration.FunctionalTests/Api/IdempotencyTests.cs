using System.Net;
using System.Net.Http.Json;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.Api;

public abstract class IdempotencyTests(HubHost hub) : HubTests(hub)
{
    [Fact]
    public async Task Write_SameKeyAndRequest_GetsTheFirstAnswerAgain()
    {
        using var admin = Hub.Admin();
        var key = Guid.NewGuid().ToString();

        using var first = await PauseAsync(admin, key, "первая");
        using var second = await PauseAsync(admin, key, "первая");

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Write_SameKeyOtherRequest_Is422()
    {
        using var admin = Hub.Admin();
        var key = Guid.NewGuid().ToString();
        (await PauseAsync(admin, key, "одна")).Dispose();

        using var second = await PauseAsync(admin, key, "другая");

        await ShouldBeProblem(second, HttpStatusCode.UnprocessableEntity, "key_reused");
    }

    [Fact]
    public async Task Write_KeyOfAnotherCaller_IsItsOwn()
    {
        using var admin = Hub.Admin();
        using var engineer = await Hub.WithRoleAsync("engineer");
        var key = Guid.NewGuid().ToString();
        (await PauseAsync(admin, key, "одна")).Dispose();

        using var other = await PauseAsync(engineer, key, "другая");

        other.StatusCode.ShouldBe(HttpStatusCode.OK);
        other.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
    }

    [Fact]
    public async Task Write_ThatWasRefused_MayBeCorrectedUnderItsKey()
    {
        using var admin = Hub.Admin();
        var key = Guid.NewGuid().ToString();
        using var refused = await SendAsync(admin, key, HttpMethod.Post, "/api/v1/users", new { name = "", roles = new[] { "auditor" } });

        using var corrected = await SendAsync(admin, key, HttpMethod.Post, "/api/v1/users", new { name = $"corrected-{key}", roles = new[] { "auditor" } });

        await ShouldBeProblem(refused, HttpStatusCode.UnprocessableEntity, "invalid");
        corrected.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Write_WhoseAnswerHeldASecret_DoesNotShowItTwice()
    {
        using var admin = Hub.Admin();
        var key = Guid.NewGuid().ToString();
        var request = new { name = $"once-{key}", roles = new[] { "auditor" } };
        using var first = await SendAsync(admin, key, HttpMethod.Post, "/api/v1/keys", request);

        using var second = await SendAsync(admin, key, HttpMethod.Post, "/api/v1/keys", request);

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        await ShouldBeProblem(second, HttpStatusCode.Conflict, "conflict");
        var keys = await JsonOf(await admin.GetAsync("/api/v1/keys"));
        keys.EnumerateArray().Count(made => made.GetProperty("name").GetString() == request.name).ShouldBe(1);
    }

    private static Task<HttpResponseMessage> PauseAsync(HttpClient client, string key, string reason) =>
        SendAsync(client, key, HttpMethod.Post, "/api/v1/adapters/pos/pause", new { reason });

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string key, HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }
}
