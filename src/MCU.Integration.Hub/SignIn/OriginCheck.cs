using MCU.Integration.Hub.Problems;

namespace MCU.Integration.Hub.SignIn;

/// <summary>
/// Refuses writes and web sockets that carry a session but come from another site: the cookie travels by itself, the intent does not
/// (Elsa Studio cannot send an antiforgery token, so the origin is what is checked).
/// </summary>
internal static class OriginCheck
{
    public static void UseOriginCheck(this IApplicationBuilder app) => app.Use(static (context, next) =>
        context.User.Identity is { IsAuthenticated: true, AuthenticationType: HubSchemes.Cookie } && NeedsCheck(context) && !IsOwn(context.Request)
            ? ProblemWriter.WriteAsync(context, StatusCodes.Status403Forbidden, ProblemCode.ForeignOrigin, "The request comes from another site.")
            : next(context));

    private static bool NeedsCheck(HttpContext context) =>
        context.WebSockets.IsWebSocketRequest
        || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method));

    private static bool IsOwn(HttpRequest request) => request.Headers.Origin.ToString() is { Length: > 0 } origin
        ? Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
        : request.Headers["Sec-Fetch-Site"].ToString() is "same-origin" or "none";
}
