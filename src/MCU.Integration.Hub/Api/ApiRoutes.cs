using MCU.Integration.Hub.Intake;
using MCU.Integration.Hub.Problems;

namespace MCU.Integration.Hub.Api;

/// <summary><c>/api/v1</c> and its description.</summary>
internal static class ApiRoutes
{
    public const string Root = "/api/v1";

    public static void MapHubApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root)
            .WithMetadata(Problem(401), Problem(403), Problem(500), Problem(503));
        api.MapIntake();
        api.MapImports();
        api.MapAdapters();
        api.MapMessages();
        api.MapCases();
        api.MapIndicators();
        api.MapDeliveries();
        api.MapDead();
        api.MapAlerts();
        api.MapContent();
        api.MapLedger();
        api.MapAudit();
        api.MapUsers();
        api.MapKeys();
    }

    private static ProducesResponseTypeMetadata Problem(int status) => new(status, typeof(ProblemDocument), [ProblemWriter.MediaType]);
}
