using System.Net;
using System.Net.Sockets;
using MCU.Integration.Mocks.City;
using Microsoft.AspNetCore.Builder;
using WireMock;
using WireMock.Matchers;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;
using WireMock.Types;
using WireMock.Util;

namespace MCU.Integration.Mocks.Http;

/// <summary>One WireMock server: static stubs from files, stateful routes as callbacks, and the city's middleware in front.</summary>
internal sealed class MockServer : IDisposable
{
    // WireMock keeps whole requests; the complete record is the city's log.
    private const int RequestLogSize = 20_000;

    private readonly WireMockServer _server;

    public MockServer(string host, int port, IEnumerable<string> stubs, CityMiddleware middleware)
    {
        Url = new Uri($"http://{host}:{(port == 0 ? FreePort() : port)}");
        _server = WireMockServer.Start(new WireMockServerSettings
        {
            Urls = [Url.GetLeftPart(UriPartial.Authority)],
            StartAdminInterface = true,
            MaxRequestLogCount = RequestLogSize,
            PreWireMockMiddlewareInit = app => ((IApplicationBuilder)app).Use(middleware.InvokeAsync),
        });
        foreach (var folder in stubs.Where(Directory.Exists))
        {
            _server.ReadStaticMappings(folder);
        }
    }

    public Uri Url { get; }

    /// <param name="pattern">Path with <c>*</c> for a segment.</param>
    public void Route(string method, string pattern, Func<Call, Task<Reply>> handler)
    {
        var regex = "^" + string.Join('/', pattern.Split('/').Select(part => part == "*" ? "[^/]+" : part.Replace(".", "\\.", StringComparison.Ordinal))) + "$";
        _server
            .Given(Request.Create().WithPath(new RegexMatcher(regex)).UsingMethod(method))
            .RespondWith(Response.Create().WithCallback(async request => Message(await handler(new Call((IRequestMessage)request)))));
    }

    public void Route(string method, string pattern, Func<Call, Reply> handler) => Route(method, pattern, call => Task.FromResult(handler(call)));

    public void Dispose()
    {
        _server.Stop();
        _server.Dispose();
    }

    private static ResponseMessage Message(Reply reply)
    {
        var message = new ResponseMessage { StatusCode = reply.Status, Headers = new Dictionary<string, WireMockList<string>>() };
        if (reply.Body is not null)
        {
            message.Headers["Content-Type"] = new WireMockList<string>(reply.MediaType);
            message.BodyData = new BodyData { DetectedBodyType = BodyType.Bytes, BodyAsBytes = reply.Body };
        }

        return message;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
