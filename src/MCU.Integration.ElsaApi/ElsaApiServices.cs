using MCU.Integration.ElsaApi.Definitions;
using MCU.Integration.ElsaApi.Descriptors;
using MCU.Integration.ElsaApi.HttpWorkflows;
using MCU.Integration.ElsaApi.Live;
using MCU.Integration.ElsaApi.Scripting;
using MCU.Integration.ElsaApi.Workflows;
using MCU.Integration.Workflows.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MCU.Integration.ElsaApi;

/// <summary>What the Elsa server API needs besides the use cases.</summary>
public static class ElsaApiServices
{
    public static IServiceCollection AddElsaApi(this IServiceCollection services)
    {
        services.AddSingleton<DescriptorCatalog>();
        services.AddSingleton<DefinitionShapes>();
        services.AddSingleton<ScriptDeclarations>();
        services.AddSignalR();
        services.AddSingleton<ObservedInstances>();
        services.AddHostedService<InstanceUpdates>();
        services.AddHttpWorkflows();
        services.AddSingleton<WorkflowAddresses>();
        services.AddSingleton<IEventAddresses>(provider => provider.GetRequiredService<WorkflowAddresses>());
        return services;
    }
}
