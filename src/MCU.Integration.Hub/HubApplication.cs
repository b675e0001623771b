using MCU.Integration.Console;
using MCU.Integration.ElsaApi;
using MCU.Integration.ElsaApi.Designer;
using MCU.Integration.Hub.Api;
using MCU.Integration.Hub.Health;
using MCU.Integration.Hub.Problems;
using MCU.Integration.Hub.Schedules;
using MCU.Integration.Hub.Security;
using MCU.Integration.Hub.Settings;
using MCU.Integration.Hub.SignIn;
using MCU.Integration.Hub.Startup;
using MCU.Integration.Hub.Telemetry;
#if DEBUG
using MCU.Integration.Hub.Mocks;
#endif

namespace MCU.Integration.Hub;

/// <summary>Puts the hub together. Tests, the crash host and the bench build the same hub and replace single services.</summary>
public static class HubApplication
{
    /// <summary>Where the hub listens when nothing else says so.</summary>
    public const string DefaultUrl = "http://localhost:8080";

    /// <param name="args">Settings as <c>--Hub:DataDirectory=…</c>, and <c>--urls</c>.</param>
    /// <param name="configure">Called last, before the container is built: what it registers stands.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(HubApplication).Assembly.GetName().Name,

            // Started from anywhere, the hub finds its own appsettings.json; dotnet run starts it in the project's folder.
            ContentRootPath = File.Exists("appsettings.json") ? null : AppContext.BaseDirectory,
        });
#if DEBUG
        builder.AddMockCity();
#endif
        builder.AddHubSettings();
        builder.AddHubServer();
        builder.AddHubRooms();
        builder.Services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddExceptionHandler<ExceptionProblems>();
        builder.Services.AddHubConsole();
        builder.Services.AddHubDesigner(ConsoleFrame.Around);
        builder.Services.AddHubSignIn();
        builder.Services.AddHubApi();
        builder.Services.AddElsaApi();
        builder.Services.AddHubHealth();
        builder.AddHubExport();
        builder.Services.AddHubSchedules();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseHubProblems();
        app.UseRouting();
        app.UseAuthentication();
        app.UseOriginCheck();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseFormTokens();
        app.UseIdempotencyKeys();
        app.MapSignInPages();
        app.MapHubApi();
        app.MapHubApiDescription();
        app.MapElsaApi();
        app.MapHubHealth();
        app.MapHubConsole();
        app.MapHubDesigner();
        app.UseHubSchedules();
        app.GiveBackAfterStart();
#if DEBUG
        app.ConnectMockCity();
#endif
        return app;
    }
}
