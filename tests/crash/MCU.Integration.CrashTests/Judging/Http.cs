using System.Net.Http.Headers;

namespace MCU.Integration.CrashTests.Judging;

internal static class Http
{
    public static HttpClient Client(Uri address, AuthenticationHeaderValue? authorization = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }, disposeHandler: true) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        client.DefaultRequestHeaders.Authorization = authorization;
        return client;
    }
}
