using Scalar.AspNetCore;

namespace MCU.Integration.Hub.Security;

/// <summary>Headers that every answer carries. A room that needs another policy sets its own header, which then stands.</summary>
internal static class SecurityHeaders
{
    /// <summary>Everything from this host; inline styles because MudBlazor sets them.</summary>
    public const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    // The reference page of the API has one inline script, which carries this nonce.
    private static string PolicyFor(HttpContext context) => context.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce
        ? Policy.Replace("script-src 'self'", $"script-src 'self' 'nonce-{nonce}'", StringComparison.Ordinal)
        : Policy;

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            var headers = context.Response.Headers;
            headers.TryAdd("Content-Security-Policy", PolicyFor(context));
            headers.TryAdd("X-Content-Type-Options", "nosniff");
            headers.TryAdd("X-Frame-Options", "SAMEORIGIN");
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            headers.TryAdd("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
            return Task.CompletedTask;
        }, context);
        return next(context);
    });
}
