using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace MCU.Integration.Console.Language;

/// <summary>
/// The language of pages: Russian, or what the visitor's cookie says. Not the browser's, so that all in one room read the same words;
/// and not of the programs' interfaces, whose numbers and dates must not depend on anybody's language.
/// </summary>
internal sealed class ConsoleCulture : IStartupFilter
{
    public const string Russian = "ru";
    public const string English = "en";

    private static readonly PathString[] OfPrograms = ["/api", "/elsa", "/metrics", "/health", "/openapi", "/workflows-http"];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        CultureInfo[] known = [new("ru-RU"), new("en-GB")];
        app.UseWhen(
            context => !Array.Exists(OfPrograms, path => context.Request.Path.StartsWithSegments(path)),
            pages => pages.UseRequestLocalization(new RequestLocalizationOptions
            {
                DefaultRequestCulture = new(known[0]),
                SupportedCultures = known,
                SupportedUICultures = known,
                RequestCultureProviders = [new CookieRequestCultureProvider()],
            }));
        next(app);
    };
}
