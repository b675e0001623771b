using System.Security.Cryptography;
using System.Text;
using MCU.Integration.Hub.Problems;
using MCU.Integration.Pipeline.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace MCU.Integration.Hub.SignIn;

/// <summary>Checks the user behind a session on each request, and answers programs with problems instead of redirects.</summary>
internal sealed class SessionEvents(UserCache users) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var user = ActorClaims.SessionOf(context.Principal!) is { } session
            && await users.FindAsync(session.UserId, context.HttpContext.RequestAborted) is { Disabled: false } found
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(found.SecurityStamp), Encoding.ASCII.GetBytes(session.Stamp))
            ? found
            : null;
        if (user is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(HubSchemes.Cookie);
            return;
        }

        // Roles are those of now, not those of the sign-in.
        context.ReplacePrincipal(ActorClaims.ToPrincipal(user, HubSchemes.Cookie));
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => IsPage(context.Request)
        ? base.RedirectToLogin(context)
        : ApiKeyHandler.Unauthorized(context.HttpContext);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        ProblemWriter.WriteAsync(context.HttpContext, StatusCodes.Status403Forbidden, ProblemCode.Forbidden, "You may not do that.");

    private static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.Path.StartsWithSegments("/api/v1")
        && !request.Path.StartsWithSegments("/elsa/api")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
