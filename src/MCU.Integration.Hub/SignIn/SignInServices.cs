using System.Threading.RateLimiting;
using MCU.Integration.Hub.Problems;
using MCU.Integration.Hub.Settings;
using MCU.Integration.Pipeline.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Hub.SignIn;

/// <summary>Who may come in: schemes, session cookie, the limit of attempts.</summary>
internal static class SignInServices
{
    /// <summary>Rate limit of the sign-in and welcome forms.</summary>
    public const string AttemptsPolicy = "sign-in";

    public static void AddHubSignIn(this IServiceCollection services)
    {
        services.AddSingleton<IPasswordHashing, IdentityPasswords>();
        services.AddSingleton<SessionEvents>();
        services.AddAuthentication(HubSchemes.Any)
            .AddPolicyScheme(HubSchemes.Any, null, scheme => scheme.ForwardDefaultSelector = context =>
                ApiKeyHandler.IsMeant(context.Request) ? HubSchemes.ApiKey : HubSchemes.Cookie)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(HubSchemes.ApiKey, null)
            .AddCookie(HubSchemes.Cookie);
        services.AddOptions<CookieAuthenticationOptions>(HubSchemes.Cookie).Configure<IOptions<HubSessionOptions>>((cookie, session) =>
        {
            cookie.Cookie.Name = "hub";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = session.Value.Idle;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = SignInPages.ReturnParameter;
            cookie.EventsType = typeof(SessionEvents);
        });

        // Whatever is not marked as anonymous needs somebody who is signed in; the rights themselves are asked for in the use cases.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "hub.form");
        services.AddRateLimiter(limiter =>
        {
            limiter.OnRejected = (rejected, _) => new(ProblemWriter.WriteAsync(
                rejected.HttpContext, StatusCodes.Status429TooManyRequests, ProblemCode.TooManyRequests, "Too many attempts. Wait a minute."));
            limiter.AddPolicy(AttemptsPolicy, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "?",
                _ => new()
                {
                    Window = TimeSpan.FromMinutes(1),
                    PermitLimit = context.RequestServices.GetRequiredService<IOptions<LimitOptions>>().Value.SignInsPerMinute,
                }));
        });
    }
}
