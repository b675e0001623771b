using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MCU.Integration.ElsaApi.HttpWorkflows;

/// <summary>The addresses of HTTP workflows.</summary>
internal static class HttpWorkflowRoutes
{
    public static void AddHttpWorkflows(this IServiceCollection services)
    {
        services.AddOptions<HttpWorkflowOptions>().BindConfiguration(HttpWorkflowOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<HttpWorkflowServer>();
    }

    /// <summary>Open to everybody: the endpoint's activity says who may call.</summary>
    public static void MapHttpWorkflows(this IEndpointRouteBuilder routes)
    {
        var path = routes.ServiceProvider.GetRequiredService<IOptions<HttpWorkflowOptions>>().Value.Path;
        var server = routes.ServiceProvider.GetRequiredService<HttpWorkflowServer>();
        routes.Map($"{path}/{{**route}}", server.ServeAsync).AllowAnonymous();
    }
}
