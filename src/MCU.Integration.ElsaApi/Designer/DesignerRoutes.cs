using System.Security.Claims;
using MCU.Integration.Pipeline.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MCU.Integration.ElsaApi.Designer;

/// <summary><c>/designer</c>: Elsa Studio, a document per screen.</summary>
public static class DesignerRoutes
{
    private const string Root = "/designer";
    private const string Definitions = Root + "/workflows/definitions";
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <param name="configure">Names the frame around the pages.</param>
    public static IServiceCollection AddHubDesigner(this IServiceCollection services, Action<DesignerOptions> configure)
    {
        services.Configure(configure);
        services.AddSingleton(_ => new StudioFiles(Path.Combine(AppContext.BaseDirectory, "studio")));
        return services;
    }

    public static IEndpointRouteBuilder MapHubDesigner(this IEndpointRouteBuilder routes)
    {
        var designer = routes.MapGroup(Root).ExcludeFromDescription().AddEndpointFilter(static (invocation, next) =>
        {
            DesignerPolicy.Apply(invocation.HttpContext);
            return next(invocation);
        });
        designer.MapGet("", () => TypedResults.LocalRedirect(Definitions));
        designer.MapGet("/workflows/definitions", (ClaimsPrincipal user, HttpContext context) => Page(user, context, DesignerScreen.DefinitionList, null));
        designer.MapGet("/workflows/definitions/{id}/edit", (ClaimsPrincipal user, HttpContext context, string id) => Page(user, context, DesignerScreen.DefinitionEditor, id));
        designer.MapGet("/workflows/instances", (ClaimsPrincipal user, HttpContext context) => Page(user, context, DesignerScreen.InstanceList, null));
        designer.MapGet("/workflows/instances/{id}/view", (ClaimsPrincipal user, HttpContext context, string id) => Page(user, context, DesignerScreen.InstanceViewer, id));
        designer.MapGet("/signed-in", SignedIn);

        // The same files for everybody, as the console's own: a sign-in form in place of a script only confuses.
        designer.MapMethods("/{**path}", Reading, (string path, StudioFiles files) =>
            files.Find(path) is { } file ? (IResult)new StudioFileResult(file) : TypedResults.NotFound()).AllowAnonymous();

        MapLinksFromTheRoot(routes.MapGroup("").ExcludeFromDescription());
        return routes;
    }

    // Studio has links that ignore where it is hosted.
    private static void MapLinksFromTheRoot(RouteGroupBuilder root)
    {
        root.MapGet("/workflows/definitions/{id}/edit", (string id) => TypedResults.LocalRedirect($"{Definitions}/{Uri.EscapeDataString(id)}/edit"));
        root.MapGet("/diagnostics/structured-logs", (string? workflowInstanceId) => TypedResults.LocalRedirect(
            workflowInstanceId is null ? Root + "/workflows/instances" : $"{Root}/workflows/instances/{Uri.EscapeDataString(workflowInstanceId)}/view"));
    }

    // Pages are given as results without their type: the generator of endpoints does not see what the generator of pages makes.
    private static IResult SignedIn() => new RazorComponentResult<SignedInPage>();

    private static IResult Page(ClaimsPrincipal user, HttpContext context, DesignerScreen screen, string? id)
    {
        var actor = ActorClaims.ActorOf(user)!;
        return new RazorComponentResult<DesignerPage>(new
        {
            Screen = screen,
            Id = id,
            Actor = actor,
            DisplayName = user.FindFirst(ClaimTypes.GivenName)?.Value ?? actor.Name,
            Path = context.Request.Path.ToUriComponent(),
        })
        {
            StatusCode = actor.May(Right.SeeContent) ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden,
        };
    }
}
