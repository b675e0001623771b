using System.Security.Cryptography;
using System.Text;
using MCU.Integration.Adapters.Inbound;
using Microsoft.Extensions.Time.Testing;

namespace MCU.Integration.Adapters.Tests.Inbound;

public sealed class StandardWebhooksVerifierTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Other = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const long Sent = 1614265330;

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private static readonly byte[] Body = """{"test": 2432232314}"""u8.ToArray();

    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(Sent));

    [Fact]
    public void Verify_SignedWithTheSecret_IsGenuine() => Verify(Sign(Secret)).ShouldBe(WebhookVerdict.Genuine);

    [Fact]
    public void Verify_SecretsRotate_EitherIsGenuine()
    {
        Verify(Sign(Other), Secret, Other).ShouldBe(WebhookVerdict.Genuine);
        Verify($"{Sign(Other)} {Sign(Secret)}", Secret).ShouldBe(WebhookVerdict.Genuine);
    }

    [Fact]
    public void Verify_BodyIdOrTimeChanged_IsForged()
    {
        var signature = Sign(Secret);

        Sut().Verify(new(Id, $"{Sent}", signature), "{}"u8, [Secret], Tolerance).ShouldBe(WebhookVerdict.Forged);
        Sut().Verify(new("msg_2", $"{Sent}", signature), Body, [Secret], Tolerance).ShouldBe(WebhookVerdict.Forged);
        Sut().Verify(new(Id, $"{Sent + 1}", signature), Body, [Secret], Tolerance).ShouldBe(WebhookVerdict.Forged);
        Verify(signature, Other).ShouldBe(WebhookVerdict.Forged);
        Verify(signature.Replace("v1,", "v1a,", StringComparison.Ordinal)).ShouldBe(WebhookVerdict.Forged);
    }

    [Theory]
    [InlineData(301, WebhookVerdict.OutOfTime)]
    [InlineData(-301, WebhookVerdict.OutOfTime)]
    [InlineData(299, WebhookVerdict.Genuine)]
    public void Verify_TimeApart_IsBoundedByTheTolerance(int seconds, WebhookVerdict verdict)
    {
        var signature = Sign(Secret);
        _time.AdjustTime(DateTimeOffset.FromUnixTimeSeconds(Sent + seconds));

        Verify(signature).ShouldBe(verdict);
    }

    [Theory]
    [InlineData(null, "1614265330", "v1,x")]
    [InlineData("id", null, "v1,x")]
    [InlineData("id", "soon", "v1,x")]
    [InlineData("id", "99999999999999999", "v1,x")]
    [InlineData("id", "1614265330", null)]
    public void Verify_HeaderMissingOrOdd_IsUnsigned(string? id, string? timestamp, string? signature) =>
        Sut().Verify(new(id, timestamp, signature), Body, [Secret], Tolerance).ShouldBe(WebhookVerdict.Unsigned);

    [Fact]
    public void Verify_NoUsableSecret_SaysSo()
    {
        Sut().Verify(new(Id, $"{Sent}", Sign(Secret)), Body, [], Tolerance).ShouldBe(WebhookVerdict.NoSecret);
        Verify(Sign(Secret), "whsec_***").ShouldBe(WebhookVerdict.NoSecret);
    }

    private static string Sign(string secret)
    {
        var mac = HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{Id}.{Sent}.").Concat(Body).ToArray());
        return "v1," + Convert.ToBase64String(mac);
    }

    private StandardWebhooksVerifier Sut() => new(_time);

    private WebhookVerdict Verify(string signature, params string[] secrets) =>
        Sut().Verify(new(Id, $"{Sent}", signature), Body, secrets is [] ? [Secret] : secrets, Tolerance);
}
