using MCU.Integration.Pipeline.Problems;
using Microsoft.AspNetCore.Http;

namespace MCU.Integration.ElsaApi.Wire;

/// <summary>
/// Refused input as the designer shows it: 400 with messages under <c>errors</c>, by JSON pointer (RFC 9457). It prints every text that it finds
/// there, so nothing but messages for people may stand in the values.
/// </summary>
internal sealed class ElsaErrors : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (UseCaseException refused) when (refused.Failure is not UseCaseFailure.NotFound)
        {
            return Problem(context.HttpContext, refused.Message, refused.Problems);
        }
    }

    private static IResult Problem(HttpContext context, string detail, IReadOnlyList<Problem> problems)
    {
        var errors = problems.Count > 0
            ? problems.GroupBy(problem => problem.Pointer).ToDictionary(group => group.Key, group => group.Select(problem => problem.Message).Distinct().ToArray())
            : new() { [""] = [detail] };
        return Results.Problem(
            detail,
            context.Request.Path,
            StatusCodes.Status400BadRequest,
            type: "about:blank",
            extensions: new Dictionary<string, object?>
            {
                ["code"] = problems.Select(problem => problem.Code).FirstOrDefault() ?? "invalid",
                ["errors"] = errors,
            });
    }
}
