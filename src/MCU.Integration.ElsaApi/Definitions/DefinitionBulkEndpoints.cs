using System.Security.Claims;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MCU.Integration.ElsaApi.Definitions;

/// <summary>One action on many definitions; what one of them refuses does not stop the others.</summary>
internal static class DefinitionBulkEndpoints
{
    public static void MapDefinitionBulkActions(this IEndpointRouteBuilder api)
    {
        var bulk = api.MapGroup("/bulk-actions");
        bulk.MapPost("/delete/workflow-definitions/by-definition-id", DeleteAsync);
        bulk.MapPost("/delete/workflow-definitions/by-id", DeleteVersionsAsync);
        bulk.MapPost("/publish/workflow-definitions/by-definition-ids", PublishAsync);
        bulk.MapPost("/retract/workflow-definitions/by-definition-ids", RetractAsync);
    }

    private static async Task<IResult> DeleteAsync(ClaimsPrincipal user, ElsaBody<BulkRequest> body, DefinitionDesk desk, CancellationToken cancellation) =>
        ElsaJson.Ok(new { deleted = await CountAsync(user.Actor(), body.Value.DefinitionIds, id => desk.DeleteAsync(user.Actor(), id, cancellation)) });

    private static async Task<IResult> DeleteVersionsAsync(ClaimsPrincipal user, ElsaBody<BulkRequest> body, DefinitionDesk desk, CancellationToken cancellation) =>
        ElsaJson.Ok(new { deleted = await CountAsync(user.Actor(), body.Value.Ids, id => desk.DeleteVersionAsync(user.Actor(), id, cancellation)) });

    private static async Task<IResult> PublishAsync(ClaimsPrincipal user, ElsaBody<BulkRequest> body, DefinitionDesk desk, CancellationToken cancellation)
    {
        user.Actor().Demand(Right.EditWorkflows);
        List<string> published = [], alreadyPublished = [], notFound = [], failed = [], updatedConsumers = [];
        Dictionary<string, string[]> warnings = [];
        foreach (var id in Distinct(body.Value.DefinitionIds))
        {
            try
            {
                var result = await desk.PublishAsync(user.Actor(), id, cancellation);
                (result.AlreadyPublished ? alreadyPublished : published).Add(id);
                updatedConsumers.AddRange(DefinitionShapes.NamesOf(result.Consumers).Except(updatedConsumers));
            }
            catch (UseCaseException refused)
            {
                (refused.Failure == UseCaseFailure.NotFound ? notFound : failed).Add(id);
                if (refused.Problems.Count > 0)
                {
                    warnings[id] = [.. refused.Problems.Select(problem => problem.Message)];
                }
            }
        }

        return ElsaJson.Ok(new { published, alreadyPublished, notFound, skipped = Array.Empty<string>(), updatedConsumers, failed, warnings });
    }

    private static async Task<IResult> RetractAsync(ClaimsPrincipal user, ElsaBody<BulkRequest> body, DefinitionDesk desk, CancellationToken cancellation)
    {
        user.Actor().Demand(Right.EditWorkflows);
        List<string> retracted = [], alreadyRetracted = [], notFound = [];
        foreach (var id in Distinct(body.Value.DefinitionIds))
        {
            try
            {
                await desk.RetractAsync(user.Actor(), id, cancellation);
                retracted.Add(id);
            }
            catch (UseCaseException refused)
            {
                (refused.Failure == UseCaseFailure.NotFound ? notFound : alreadyRetracted).Add(id);
            }
        }

        return ElsaJson.Ok(new { retracted, alreadyRetracted, skipped = Array.Empty<string>(), notPublished = Array.Empty<string>(), notFound });
    }

    private static async Task<int> CountAsync(Actor actor, IReadOnlyList<string>? ids, Func<string, Task<bool>> act)
    {
        actor.Demand(Right.EditWorkflows);
        var count = 0;
        foreach (var id in Distinct(ids))
        {
            count += await act(id) ? 1 : 0;
        }

        return count;
    }

    private static IEnumerable<string> Distinct(IReadOnlyList<string>? ids) => (ids ?? []).Where(id => !string.IsNullOrEmpty(id)).Distinct(StringComparer.Ordinal);
}
