using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace MCU.Integration.Hub.SignIn;

/// <summary>The forms of sign-in: plain HTML, so that they work without scripts and before anything else does.</summary>
internal static class SignInPages
{
    /// <summary>Names the local address to go to after sign-in.</summary>
    public const string ReturnParameter = "returnTo";

    public static void MapSignInPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/sign-in", (string? returnTo) => SignInForm(null, null, returnTo)).AllowAnonymous();
        pages.MapPost("/sign-in", SignInAsync).AllowAnonymous().RequireRateLimiting(SignInServices.AttemptsPolicy);
        pages.MapPost("/sign-out", SignOutAsync).AllowAnonymous();
        pages.MapGet("/welcome", (string? token) => WelcomeForm(token is null ? "В ссылке нет ключа." : null, token)).AllowAnonymous();
        pages.MapPost("/welcome", WelcomeAsync).AllowAnonymous().RequireRateLimiting(SignInServices.AttemptsPolicy);
        pages.MapGet("/sign-in.css", Css).AllowAnonymous();
    }

    private static async Task<IResult> SignInAsync(
        [FromForm] string? name,
        [FromForm] string? password,
        [FromForm] string? returnTo,
        SignInDesk desk,
        HttpContext context,
        CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrEmpty(password))
        {
            return SignInForm("Введите имя и пароль.", name, returnTo);
        }

        var result = await desk.SignInAsync(name, password, cancellation);
        if (result.User is null)
        {
            return SignInForm(result.LockedUntil is null ? "Имя или пароль неверны." : "Слишком много попыток. Подождите и попробуйте снова.", name, returnTo);
        }

        await context.SignInAsync(HubSchemes.Cookie, ActorClaims.ToPrincipal(result.User, HubSchemes.Cookie));
        return TypedResults.LocalRedirect(IsLocal(returnTo) ? returnTo! : "/");
    }

    private static async Task<IResult> SignOutAsync(SignInDesk desk, HttpContext context, [FromForm] string? returnTo, CancellationToken cancellation)
    {
        if (ActorClaims.ActorOf(context.User) is { } actor)
        {
            await desk.SignOutAsync(actor, cancellation);
        }

        await context.SignOutAsync(HubSchemes.Cookie);
        return TypedResults.LocalRedirect(IsLocal(returnTo) ? returnTo! : "/sign-in");
    }

    private static async Task<IResult> WelcomeAsync(
        [FromForm] string? token,
        [FromForm] string? password,
        [FromForm] string? repeated,
        UserDesk desk,
        HttpContext context,
        CancellationToken cancellation)
    {
        if (token is null or "" || password != repeated)
        {
            return WelcomeForm(token is null or "" ? "В ссылке нет ключа." : "Пароли не совпадают.", token);
        }

        try
        {
            var user = await desk.WelcomeAsync(token, password ?? "", cancellation);
            await context.SignInAsync(HubSchemes.Cookie, ActorClaims.ToPrincipal(user, HubSchemes.Cookie));
            return TypedResults.LocalRedirect("/");
        }
        catch (UseCaseException refused)
        {
            var stillUsable = refused.Problems.All(problem => problem.Pointer == "/password");
            return WelcomeForm(stillUsable ? "В пароле должно быть от 12 до 256 символов." : "Ссылка уже использована или истекла.", stillUsable ? token : null);
        }
    }

    // Without their type: the generator of endpoints does not see what the generator of pages makes.
    private static IResult SignInForm(string? error, string? name, string? returnTo) =>
        new RazorComponentResult<SignInPage>(new { Error = error, Name = name, ReturnTo = IsLocal(returnTo) ? returnTo : null }) { StatusCode = error is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized };

    private static IResult WelcomeForm(string? error, string? token) =>
        new RazorComponentResult<WelcomePage>(new { Error = error, Token = token is "" ? null : token }) { StatusCode = error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };

    private static IResult Css(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Stream(typeof(SignInPages).Assembly.GetManifestResourceStream("sign-in.css")!, "text/css; charset=utf-8");
    }

    /// <summary>Only addresses of this site: <c>//other</c> and <c>/\other</c> lead elsewhere in browsers.</summary>
    private static bool IsLocal(string? address) =>
        address is ['/'] or ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl);
}
