using MCU.Integration.ElsaApi.Definitions;
using MCU.Integration.ElsaApi.Descriptors;
using MCU.Integration.ElsaApi.Features;
using MCU.Integration.ElsaApi.HttpWorkflows;
using MCU.Integration.ElsaApi.Instances;
using MCU.Integration.ElsaApi.Live;
using MCU.Integration.ElsaApi.Scripting;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.ElsaApi.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MCU.Integration.ElsaApi;

/// <summary>The part of an Elsa 3.8 server's API that Elsa Studio calls (docs/workflows/api.md).</summary>
public static class ElsaApiRoutes
{
    public const string Root = "/elsa/api";

    public static void MapElsaApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).AddEndpointFilter<ElsaErrors>().ExcludeFromDescription();
        api.MapFeatures();
        api.MapDescriptors();
        api.MapDefinitions();
        api.MapDefinitionBulkActions();
        api.MapDefinitionTransfer();
        api.MapDefinitionGraphs();
        api.MapActivityTests();
        api.MapScripting();
        api.MapInstances();
        api.MapInstanceTransfer();
        api.MapActivityExecutions();
        routes.MapHub<WorkflowInstanceHub>(WorkflowInstanceHub.Path);
        api.MapStarts();
        api.MapEvents();
        api.MapAddresses();
        api.MapInstanceControl();
        routes.MapHttpWorkflows();
    }
}
