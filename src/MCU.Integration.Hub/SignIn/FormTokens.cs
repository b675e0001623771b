using Microsoft.AspNetCore.Antiforgery;

namespace MCU.Integration.Hub.SignIn;

/// <summary>A form without its token is refused before anybody reads it.</summary>
internal static class FormTokens
{
    public static void UseFormTokens(this IApplicationBuilder app)
    {
        app.UseAntiforgery();
        app.Use(static (context, next) => context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } refused
            ? throw new BadHttpRequestException("The form's token is missing or no longer valid; load the page again.", refused.Error!)
            : next(context));
    }
}
