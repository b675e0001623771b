using MCU.Integration.Console.Clock;
using MCU.Integration.Console.Language;
using MCU.Integration.Console.Pages.Alerts;
using MCU.Integration.Console.Pages.Cases;
using MCU.Integration.Console.Pages.Overview;
using MCU.Integration.Console.Session;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace MCU.Integration.Console;

/// <summary>How the hub takes the console in.</summary>
public static class ConsoleServices
{
    /// <summary>Pages, their language and their session. The use cases that they call come from the pipeline.</summary>
    public static IServiceCollection AddHubConsole(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(circuit =>
        {
            circuit.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
            circuit.DisconnectedCircuitMaxRetained = 50;
        });
        services.AddCascadingAuthenticationState();
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight;
            mud.SnackbarConfiguration.PreventDuplicates = false;
            mud.SnackbarConfiguration.VisibleStateDuration = 6000;
            mud.SnackbarConfiguration.HideTransitionDuration = 150;
            mud.SnackbarConfiguration.ShowTransitionDuration = 150;
        });
        services.AddLocalization();
        services.AddSingleton<IStartupFilter, ConsoleCulture>();
        services.AddSingleton<HubClock>();
        services.AddSingleton<Names>();
        services.AddSingleton<WorkflowNames>();
        services.AddSingleton<CaseEventText>();
        services.AddSingleton<RuleText>();
        services.AddSingleton<AlertText>();
        services.AddSingleton<OverviewReader>();
        services.AddScoped<Visitor>();
        services.AddScoped<Browser>();
        services.AddScoped<Deeds>();
        services.AddSingleton<FailureText>();
        return services;
    }

    /// <summary>Pages, circuits and static files. Needs antiforgery and authorization in the pipeline before it.</summary>
    public static IEndpointRouteBuilder MapHubConsole(this IEndpointRouteBuilder routes)
    {
        // The sign-in form shares nothing with these, but a 401 for a stylesheet only confuses.
        routes.MapStaticAssets().AllowAnonymous();

        // The hub sets its own, stricter content security policy.
        routes.MapRazorComponents<App>().AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null);
        return routes;
    }
}
