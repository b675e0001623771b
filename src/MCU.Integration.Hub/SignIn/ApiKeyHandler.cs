using System.Text.Encodings.Web;
using MCU.Integration.Hub.Problems;
using MCU.Integration.Pipeline.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Hub.SignIn;

/// <summary>Authenticates programs by <c>Authorization: ApiKey …</c> or <c>Authorization: Bearer …</c>.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    KeyAuthenticator keys,
    IServiceProvider services) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Whether a request means to be authenticated by a key.</summary>
    public static bool IsMeant(HttpRequest request) => request.Headers.Authorization.Count > 0 || TokenOfSocket(request) is not null;

    /// <summary>The secret in the header; null when there is none of a known kind.</summary>
    public static string? SecretOf(HttpRequest request)
    {
        if (TokenOfSocket(request) is { } token)
        {
            return token;
        }

        var header = request.Headers.Authorization.ToString();
        var space = header.IndexOf(' ');
        return space > 0 && header[..space] is var kind
            && (kind.Equals("ApiKey", StringComparison.OrdinalIgnoreCase) || kind.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            ? header[(space + 1)..].Trim()
            : null;
    }

    // A browser cannot give a web socket a header, so SignalR sends the bearer token of live updates in the query, there alone.
    private static string? TokenOfSocket(HttpRequest request) =>
        request.Path.StartsWithSegments("/elsa/hubs") && request.Headers.Authorization.Count == 0 ? request.Query["access_token"].FirstOrDefault(token => !string.IsNullOrEmpty(token)) : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SecretOf(Request) is not { } secret)
        {
            return AuthenticateResult.NoResult();
        }

        var known = services.GetService<OfflineKey>()?.Is(secret) == true ? Actor.Hub : await keys.AuthenticateAsync(secret, Context.RequestAborted);
        return known is { } actor
            ? AuthenticateResult.Success(new(ActorClaims.ToPrincipal(actor, HubSchemes.ApiKey), HubSchemes.ApiKey))
            : AuthenticateResult.Fail("The key is unknown, revoked or expired.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Unauthorized(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ProblemWriter.WriteAsync(Context, StatusCodes.Status403Forbidden, ProblemCode.Forbidden, "This key may not do that.");

    internal static Task Unauthorized(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = new(["ApiKey", "Bearer"]);
        return ProblemWriter.WriteAsync(context, StatusCodes.Status401Unauthorized, ProblemCode.Unauthorized, "Sign in, or send a valid API key.");
    }
}
