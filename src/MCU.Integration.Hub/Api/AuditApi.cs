using MCU.Integration.Hub.SignIn;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Paging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MCU.Integration.Hub.Api;

/// <summary><c>/api/v1/audit</c>: what people and keys did.</summary>
internal static class AuditApi
{
    public static void MapAudit(this IEndpointRouteBuilder api) =>
        api.MapGroup("/audit").WithTags("audit").MapGet("", ListAsync).Says("listAudit", "Audit entries, newest first.").Fails(422);

    private static async Task<Ok<Page<AuditEntry>>> ListAsync(AuditDesk desk, Caller caller, string? actor, string? action, [AsParameters] Paging paging, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.ListAsync(caller, actor, action, paging.ToRequest(), cancellation));
}
