using Microsoft.AspNetCore.Http;

namespace MCU.Integration.ElsaApi.Designer;

/// <summary>
/// Content security policy of <c>/designer</c>, wider than the hub's: WebAssembly is compiled, Studio's components emit script blocks, and its code
/// editor starts workers from blobs. Still nothing comes from, or goes to, another host.
/// </summary>
internal static class DesignerPolicy
{
    public static void Apply(HttpContext context) => context.Response.Headers.ContentSecurityPolicy =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + $"worker-src 'self' blob:; connect-src 'self' {Sockets(context.Request)}; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    // Not every browser counts web sockets of the same host as 'self'.
    private static string Sockets(HttpRequest request) => $"{(request.IsHttps ? "wss" : "ws")}://{request.Host.ToUriComponent()}";
}
