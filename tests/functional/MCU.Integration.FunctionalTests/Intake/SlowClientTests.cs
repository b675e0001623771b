using System.Net.Sockets;
using System.Text;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.Intake;

public abstract class SlowClientTests(HubHost hub) : HubTests(hub)
{
    [Fact]
    public async Task Send_BodyThatDoesNotArrive_Is408AndTheHubServesOthers()
    {
        using var slow = new TcpClient();
        await slow.ConnectAsync(Hub.Url.Host, Hub.Url.Port);
        await using var stream = slow.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {Documents.CardStatus} HTTP/1.1\r\nHost: {Hub.Url.Authority}\r\nAuthorization: ApiKey {Hub.AdminKey}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{\"event_id\":"));

        using var client = Hub.Admin();
        using var other = await client.PostAsync(Documents.CardStatus, Documents.Json(Documents.NewCardStatus()));
        using var reader = new StreamReader(stream);
        var status = await reader.ReadLineAsync(TestContext.Current.CancellationToken);

        other.IsSuccessStatusCode.ShouldBeTrue();
        status.ShouldBe("HTTP/1.1 408 Request Timeout");
    }
}
