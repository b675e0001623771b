using MCU.Integration.Hub.Problems;

namespace MCU.Integration.Hub.Api;

/// <summary>What routes say about themselves in the OpenAPI document.</summary>
internal static class Documentation
{
    /// <summary>Declares statuses that come with a problem.</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            route.Produces<ProblemDocument>(status, ProblemWriter.MediaType);
        }

        return route;
    }

    public static RouteHandlerBuilder Says(this RouteHandlerBuilder route, string name, string summary) => route.WithName(name).WithSummary(summary);
}
