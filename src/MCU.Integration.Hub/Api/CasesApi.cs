using System.ComponentModel;
using System.Text.Json;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Submissions;
using MCU.Integration.Hub.SignIn;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Pipeline.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MCU.Integration.Hub.Api;

/// <summary><c>/api/v1/cases</c> and <c>/api/v1/submissions</c>.</summary>
internal static class CasesApi
{
    public static void MapCases(this IEndpointRouteBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("cases");
        cases.MapGet("", ListAsync).Says("listCases", "Cases, newest first.").Fails(422);
        cases.MapGet("/counts", CountsAsync).Says("countCases", "Cases by main status, and how many are overdue.");
        cases.MapGet("/changes", ChangesAsync)
            .Says("listCaseChanges", "Cases that changed since a place in the feed, oldest change first, once each. Commit-ordered: nothing is missed, whenever it is read.").Fails(422);
        cases.MapGet("/{idOrNumber}", GetAsync).Says("getCase", "A case with its events and their causes, links, files, messages and deliveries.").Fails(404);
        cases.MapPut("/{idOrNumber}/district", PlaceAsync)
            .Says("placeCase", "Says in which district an open case lies; the auto-rules decide once more.").Fails(404, 409, 422);
        api.MapGroup("/submissions").WithTags("submissions").MapGet("/{id:guid}", SubmissionAsync)
            .Says("getSubmission", "A submission with its cases and its document, masked unless the caller may see it and asks for it.").Fails(404, 410);
    }

    private static async Task<Ok<Page<Case>>> ListAsync(
        CaseDesk desk,
        Caller caller,
        [Description("`report`, `appeal` or `incident`.")] string? kind,
        [Description("Main status.")] string? status,
        [Description("Only open cases past their term, or only the others.")] bool? overdue,
        [Description("Only open cases whose district nobody knows.")] bool? unplaced,
        [Description("Adapter of origin.")] string? source,
        string? executor,
        [Description("Case number, or an id in an outside system; exact.")] string? search,
        DateTimeOffset? from,
        DateTimeOffset? before,
        [AsParameters] Paging paging,
        CancellationToken cancellation) => TypedResults.Ok(await desk.ListAsync(
            caller,
            new()
            {
                Kind = Words.Optional<CaseKind>(kind, "kind"),
                Status = Words.Optional<MainStatus>(status, "status"),
                Overdue = overdue,
                Unplaced = unplaced ?? false,
                Source = source,
                Executor = executor,
                Search = search,
                CreatedFrom = from,
                CreatedBefore = before,
            },
            paging.ToRequest(),
            cancellation));

    private static async Task<Ok<CaseCounts>> CountsAsync(CaseDesk desk, Caller caller, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.CountsAsync(caller, cancellation));

    private static async Task<Ok<ChangesResource>> ChangesAsync(
        CaseDesk desk,
        Caller caller,
        [Description("`next` of the previous answer; absent or 0 = from the beginning.")] long? after,
        [Description("Most changes to return, 1 to 500; 50 when absent.")] int? size,
        CancellationToken cancellation)
    {
        if (after < 0)
        {
            throw UseCaseException.Invalid("/after", "out_of_range", "The parameter 'after' is not negative.");
        }

        var changes = await desk.ChangesAsync(caller, after ?? 0, new Paging { Size = size }.ToRequest().Size, cancellation);
        return TypedResults.Ok(new ChangesResource(
            [.. changes.Select(change => new ChangedCase(change.Subject, change.ChangedAt))], changes is [.., var last] ? last.Sequence : after ?? 0));
    }

    private static async Task<Ok<CaseResource>> GetAsync(CaseDesk desk, Caller caller, string idOrNumber, CancellationToken cancellation) =>
        TypedResults.Ok(CaseResource.Of(await desk.GetAsync(caller, idOrNumber, cancellation)));

    private static async Task<Ok<Case>> PlaceAsync(PlacingDesk desk, Caller caller, string idOrNumber, PlacingRequest request, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.PlaceAsync(caller, idOrNumber, request.District ?? "", cancellation));

    private static async Task<Ok<SubmissionResource>> SubmissionAsync(
        CaseDesk desk,
        Caller caller,
        HttpContext context,
        Guid id,
        [Description("Ask for personal values; a right of its own, and audited.")] bool? unmasked,
        CancellationToken cancellation)
    {
        var view = await desk.SubmissionAsync(caller, SubmissionId.From(id), unmasked ?? false, cancellation);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new SubmissionResource(view.Submission, view.Cases, view.Document is { } document ? JsonElement.Parse(document) : null, view.Masked));
    }

    /// <param name="District">Name of a district of the gazetteer.</param>
    internal sealed record PlacingRequest(string? District);

    /// <param name="Next">Where to go on reading; the same again when there is nothing new.</param>
    internal sealed record ChangesResource(IReadOnlyList<ChangedCase> Items, long Next);

    internal sealed record ChangedCase(string CaseId, DateTimeOffset ChangedAt);

    /// <param name="Document"><c>hub.submission</c>; absent when the caller may not see bodies.</param>
    /// <param name="Masked">Whether personal values were replaced.</param>
    internal sealed record SubmissionResource(Submission Submission, IReadOnlyList<Case> Cases, JsonElement? Document, bool Masked);
}
