using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MCU.Integration.ElsaApi.Workflows;

/// <summary>Addresses that resume a waiting instance for whoever has them: the token is the right.</summary>
internal static class AddressEndpoints
{
    private static readonly string[] Methods = ["GET", "POST"];
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static void MapAddresses(this IEndpointRouteBuilder api)
    {
        api.MapMethods(WorkflowAddresses.EventPath, Methods, UseAsync).AllowAnonymous();
        api.MapMethods(WorkflowAddresses.BookmarkPath, Methods, UseAsync).AllowAnonymous();
        api.MapPost("/workflow-instances/{id}/bookmarks/{bookmarkId}/resume-url", MakeAsync);
    }

    private static async Task<IResult> UseAsync(string? t, ElsaBody<InputBody> body, EventDesk desk, CancellationToken cancellation)
    {
        await desk.UseAddressAsync(t, body.Value.Input, cancellation);
        return Results.Ok();
    }

    private static async Task<IResult> MakeAsync(
        string id, string bookmarkId, ElsaBody<ExpiryBody> body, HttpContext context, EventDesk desk, WorkflowAddresses addresses, TimeProvider time, CancellationToken cancellation)
    {
        var expiresAt = body.Value.ExpiresIn switch
        {
            null => (DateTimeOffset?)null,
            { } lifetime when lifetime > TimeSpan.Zero && lifetime <= Longest => time.GetUtcNow() + lifetime,
            _ => throw UseCaseException.Invalid("/expiresIn", "out_of_range", "An address lasts for at most 366 days."),
        };
        var token = await desk.MakeTokenAsync(context.User.Actor(), id, bookmarkId, expiresAt, cancellation);
        return Results.Ok(new { Url = addresses.OfBookmark(token), ExpiresAt = expiresAt });
    }

    internal sealed record InputBody(JsonNode? Input);

    internal sealed record ExpiryBody(TimeSpan? ExpiresIn);
}
