using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.Intake;

/// <summary>Standard Webhooks signatures instead of a key.</summary>
public abstract class WebhookTests(HubHost hub) : HubTests(hub)
{
    [Fact]
    public async Task Send_GenuinelySigned_IsAccepted() =>
        (await SendAsync(Documents.CardStatus, HubHost.SedSecret, TimeSpan.Zero)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

    [Fact]
    public async Task Send_SignedWithAnotherSecret_Is401() => await ShouldBeProblem(
        await SendAsync(Documents.CardStatus, "whsec_" + Convert.ToBase64String(new byte[32]), TimeSpan.Zero), HttpStatusCode.Unauthorized, "unauthorized");

    [Fact]
    public async Task Send_SignedLongAgo_Is401() => await ShouldBeProblem(
        await SendAsync(Documents.CardStatus, HubHost.SedSecret, TimeSpan.FromMinutes(-6)), HttpStatusCode.Unauthorized, "unauthorized");

    [Fact]
    public async Task Send_SignedToAnAdapterWithoutSecret_Is401() => await ShouldBeProblem(
        await SendAsync("/api/v1/adapters/pos/messages/pos.message", HubHost.SedSecret, TimeSpan.Zero), HttpStatusCode.Unauthorized, "unauthorized");

    private async Task<HttpResponseMessage> SendAsync(string path, string secret, TimeSpan shift)
    {
        var body = Documents.NewCardStatus().ToJsonString();
        var timestamp = (TimeProvider.System.GetUtcNow() + shift).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"msg_1.{timestamp}.{body}"));
        using var client = Hub.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Documents.Text(body) };
        request.Headers.Add("webhook-id", "msg_1");
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(signature)}");
        return await client.SendAsync(request);
    }
}
