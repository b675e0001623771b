using System.Security.Claims;
using System.Text;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Workflows.Definitions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MCU.Integration.ElsaApi.Scripting;

/// <summary>Help for whoever writes scripts.</summary>
internal static class ScriptEndpoints
{
    public static void MapScripting(this IEndpointRouteBuilder api) => api.MapPost("/scripting/javascript/type-definitions/{definitionId}", DeclareAsync);

    private static async Task<IResult> DeclareAsync(
        ClaimsPrincipal user, string definitionId, ElsaBody<DeclarationsRequest> body, DefinitionDesk desk, ScriptDeclarations declarations, CancellationToken cancellation)
    {
        try
        {
            var row = await desk.GetAsync(user.Actor(), definitionId, VersionOptions.Latest, cancellation);
            var definition = WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(row.Body)).Definition;
            return Text(definition is null ? "" : declarations.Of(definition, body.Value.ActivityTypeName));
        }
        catch (UseCaseException missing) when (missing.Failure == UseCaseFailure.NotFound)
        {
            // The designer feeds whatever comes to its editor, a problem document too.
            return Text("");
        }
    }

    private static IResult Text(string declarations) => Results.Text(declarations, "application/x-typescript", Encoding.UTF8);
}
