using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Hub.Problems;
using MCU.Integration.Hub.Security;
using MCU.Integration.Hub.Settings;
using MCU.Integration.Hub.SignIn;

namespace MCU.Integration.Hub;

/// <summary>Puts the hub together. Tests, the crash host and the bench build the same hub and replace single services.</summary>
public static class HubApplication
{
    /// <summary>Where the hub listens when nothing else says so.</summary>
    public const string DefaultUrl = "http://localhost:8080";

    /// <param name="args">Settings as <c>--Hub:DataDirectory=…</c>, and <c>--urls</c>.</param>
    /// <param name="configure">Called last, before the container is built.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(HubApplication).Assembly.GetName().Name,
            // Started from anywhere, the hub finds its own appsettings.json; dotnet run starts it in the project's folder.
            ContentRootPath = File.Exists("appsettings.json") ? null : AppContext.BaseDirectory,
        });
        builder.AddHubSettings();
        builder.AddHubServer();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<UuidV7Source>();
        builder.Services.AddHubSignIn();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseHubProblems();
        app.UseRouting();
        app.UseAuthentication();
        app.UseOriginCheck();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapSignInPages();
        return app;
    }
}
