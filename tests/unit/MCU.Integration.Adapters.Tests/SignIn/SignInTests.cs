using MCU.Integration.Adapters.Tests.Stand;
using MCU.Integration.Adapters.Transport;

namespace MCU.Integration.Adapters.Tests.SignIn;

public sealed class SignInTests
{
    private const string OAuth = """{ "kind": "oauth2ClientCredentials", "tokenPath": "/oauth/token", "scope": "messages" }""";

    private static readonly AdapterRequest Request = new(HttpMethod.Get, "/messages");

    [Fact]
    public async Task OAuth2_Token_IsFetchedOnceAndUsedUntilItExpires()
    {
        await using var stand = await AdapterStand.StartAsync(Manifest(OAuth));
        AnswerTokens(stand);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SendAsync(stand)));
        stand.Time.Advance(TimeSpan.FromSeconds(271));
        await SendAsync(stand);

        stand.System.Log.Count(request => request.Target == "/oauth/token").ShouldBe(2);
        stand.System.Log[0].Body.ShouldBe("grant_type=client_credentials&scope=messages&client_id=hub&client_secret=secret");
        stand.System.Log[^1].Headers["Authorization"].ShouldBe("Bearer t-2");
    }

    [Fact]
    public async Task OAuth2_TokenRefused_IsRenewedOnceAndTheRequestRepeated()
    {
        await using var stand = await AdapterStand.StartAsync(Manifest(OAuth));
        AnswerTokens(stand, refused: ["Bearer t-1"]);

        var answer = await SendAsync(stand);

        answer.Status.ShouldBe(200);
        stand.System.Log.Select(request => request.Target).ShouldBe(["/oauth/token", "/messages", "/oauth/token", "/messages"]);
    }

    [Fact]
    public async Task OAuth2_EveryTokenRefused_GivesUpAfterTheSecond()
    {
        await using var stand = await AdapterStand.StartAsync(Manifest(OAuth));
        AnswerTokens(stand, refused: ["Bearer t-1", "Bearer t-2"]);

        var answer = await SendAsync(stand);

        answer.Status.ShouldBe(401);
        stand.System.Log.Count(request => request.Target == "/messages").ShouldBe(2);
    }

    [Fact]
    public async Task OAuth2_NoToken_NothingIsSent()
    {
        await using var stand = await AdapterStand.StartAsync(Manifest(OAuth));
        stand.System.Script((400, """{"error":"invalid_client"}"""));

        var answer = await SendAsync(stand);

        (answer.Failure, answer.Error).ShouldBe((CallFailure.NotSent, "token_refused_400"));
        stand.System.Log.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task OAuth2_ClientInHeader_KeepsTheSecretOutOfTheBody()
    {
        await using var stand = await AdapterStand.StartAsync(Manifest("""{ "kind": "oauth2ClientCredentials", "tokenPath": "/oauth/token", "clientIn": "basic" }"""));
        AnswerTokens(stand);

        await SendAsync(stand);

        stand.System.Log[0].Headers["Authorization"].ShouldBe("Basic aHViOnNlY3JldA==");
        stand.System.Log[0].Body.ShouldBe("grant_type=client_credentials");
    }

    [Theory]
    [InlineData("""{ "kind": "basic" }""", "Authorization", "Basic aHViOnNlY3JldA==")]
    [InlineData("""{ "kind": "apiKeyHeader", "header": "X-Api-Key" }""", "X-Api-Key", "key-1")]
    [InlineData("""{ "kind": "apiKeyHeader", "prefix": "Token " }""", "Authorization", "Token key-1")]
    public async Task SignIn_ByHeader_SendsIt(string auth, string header, string value)
    {
        await using var stand = await AdapterStand.StartAsync(Manifest(auth));

        await SendAsync(stand);

        stand.System.Log[0].Headers[header].ShouldBe(value);
    }

    [Theory]
    [InlineData("Hub:Adapters:sed:BaseUrl", "not_configured")]
    [InlineData("Hub:Adapters:sed:Password", "no_credentials")]
    public async Task SignIn_SettingMissing_IsNotTried(string missing, string error)
    {
        await using var stand = await AdapterStand.StartAsync(Manifest("""{ "kind": "basic" }"""), (missing, null));

        var answer = await SendAsync(stand);

        (answer.Failure, answer.Error).ShouldBe((CallFailure.NotTried, error));
    }

    private static Task<AdapterAnswer> SendAsync(AdapterStand stand) =>
        stand.Client.SendAsync((Adapters.Manifests.AdapterManifest)stand.Adapters.All[0], Request, CancellationToken.None);

    private static void AnswerTokens(AdapterStand stand, params string[] refused)
    {
        var tokens = 0;
        stand.System.Answer = (request, context) => request.Target == "/oauth/token"
            ? OutsideSystem.Json(context, 200, $$"""{"access_token":"t-{{Interlocked.Increment(ref tokens)}}","token_type":"Bearer","expires_in":300}""")
            : OutsideSystem.Json(context, refused.Contains(request.Headers["Authorization"]) ? 401 : 200, "{}");
    }

    private static string Manifest(string auth) =>
        $$"""{ "key": "sed", "title": "СЭД", "auth": {{auth}}, "documents": { "card": { "title": "Карточка", "direction": "out", "schema": "card" } } }""";
}
