using System.Text;
using System.Text.Json;
using MCU.Integration.Domain.Values;
using MCU.Integration.Hub.SignIn;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Workflows.Changes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MCU.Integration.Hub.Api;

/// <summary><c>/api/v1/content</c> and a resource for each kind: what is in force, published as a whole.</summary>
internal static class ContentApi
{
    private static readonly (string Path, ContentKind Kind, string Noun)[] Resources =
    [
        ("schemas", ContentKind.Schema, "Schema"),
        ("code-lists", ContentKind.CodeList, "CodeList"),
        ("maps", ContentKind.Map, "Map"),
        ("rules", ContentKind.AutoRules, "Rules"),
        ("deadlines", ContentKind.Deadlines, "Deadlines"),
        ("calendars", ContentKind.Calendar, "Calendar"),
        ("directory", ContentKind.Directory, "Directory"),
        ("gazetteer", ContentKind.Gazetteer, "Places"),
        ("datasets", ContentKind.Indicators, "Datasets"),
    ];

    public static void MapContent(this IEndpointRouteBuilder api)
    {
        var content = api.MapGroup("/content").WithTags("content");
        content.MapGet("", ActiveAsync).Says("getContent", "The active set and its items.");
        content.MapGet("/sets", SetsAsync).Says("listContentSets", "Sets that were published, newest first.");
        content.MapGet("/files", FilesAsync).Says("exportContent", "The active set as files.");
        content.MapPost("/check", Check).Says("checkContent", "What is wrong with these files as the whole content; nothing is stored.").Fails(400, 413, 415, 422);
        content.MapPost("/diff", DiffAsync).Says("compareContent", "What publishing these files would change.").Fails(400, 413, 415, 422);
        content.MapPost("/import", ImportAsync).Says("importContent", "Publishes these files as the whole content, if all of them are good.").Fails(400, 413, 415, 422);
        foreach (var (path, kind, noun) in Resources)
        {
            var group = api.MapGroup($"/{path}").WithTags(path);
            group.MapGet("", async Task<Ok<IReadOnlyList<ItemResource>>> (ContentDesk desk, Caller caller, CancellationToken cancellation) =>
                TypedResults.Ok<IReadOnlyList<ItemResource>>([.. (await desk.ActiveAsync(caller, kind, cancellation)).Items.Select(ItemResource.Of)]))
                .Says($"list{noun}", "The items in force.");
            group.MapGet("/{key}", async Task<Ok<ItemBody>> (ContentDesk desk, Caller caller, string key, CancellationToken cancellation) =>
                TypedResults.Ok(ItemBody.Of(await desk.GetAsync(caller, kind, key, cancellation))))
                .Says($"get{noun}", "An item in force, with its text.").Fails(404);
            group.MapGet("/{key}/versions", async Task<Ok<IReadOnlyList<ItemResource>>> (ContentDesk desk, Caller caller, string key, CancellationToken cancellation) =>
                TypedResults.Ok<IReadOnlyList<ItemResource>>([.. (await desk.VersionsAsync(caller, kind, key, cancellation)).Select(ItemResource.Of)]))
                .Says($"list{noun}Versions", "All versions of an item.").Fails(404);
        }
    }

    private static async Task<Ok<ActiveResource>> ActiveAsync(ContentDesk desk, Caller caller, CancellationToken cancellation)
    {
        var (id, items) = await desk.ActiveAsync(caller, null, cancellation);
        return TypedResults.Ok(new ActiveResource(id, [.. items.Select(ItemResource.Of)]));
    }

    private static async Task<Ok<IReadOnlyList<ActiveSetRow>>> SetsAsync(ContentDesk desk, Caller caller, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.SetsAsync(caller, cancellation));

    private static async Task<Ok<FilesRequest>> FilesAsync(ContentDesk desk, Caller caller, CancellationToken cancellation) =>
        TypedResults.Ok(new FilesRequest([.. (await desk.ExportAsync(caller, cancellation)).Select(file => new FileText(file.Path, Encoding.UTF8.GetString(file.Body)))]));

    private static Ok<IReadOnlyList<ContentIssue>> Check(ContentDesk desk, Caller caller, FilesRequest request) =>
        TypedResults.Ok(desk.Check(caller, request.ToFiles()));

    private static async Task<Ok<ComparisonResource>> DiffAsync(ContentDesk desk, Caller caller, FilesRequest request, CancellationToken cancellation)
    {
        var files = request.ToFiles();
        var difference = DifferenceResource.Of(await desk.CompareAsync(caller, files, cancellation));
        return TypedResults.Ok(new ComparisonResource(difference.Changed, difference.Removed, await desk.CompareWorkflowsAsync(caller, files, cancellation)));
    }

    private static async Task<Ok<PublicationResource>> ImportAsync(ContentDesk desk, Caller caller, FilesRequest request, CancellationToken cancellation)
    {
        var published = await desk.PublishAsync(caller, request.ToFiles(), request.Comment, cancellation);
        return published.Succeeded
            ? TypedResults.Ok(new PublicationResource(published.ActiveSetId, DifferenceResource.Of(published.Difference), published.Issues))
            : throw UseCaseException.Invalid(
                "The content has errors; nothing was published.",
                [.. published.Issues.Where(issue => issue.IsError).Select(issue => new Problem(issue.Pointer, issue.Code, issue.ToString()))]);
    }

    internal sealed record ItemResource(ContentKind Kind, string Key, int Version, string Hash, ContentOrigin Origin, string? Path, string? Author, DateTimeOffset CreatedAt)
    {
        public static ItemResource Of(ContentItem item) => new(item.Kind, item.Key, item.Version, item.Hash, item.Origin, item.Path, item.Author, item.CreatedAt);
    }

    internal sealed record ItemBody(ItemResource Item, JsonElement Content)
    {
        public static ItemBody Of(ContentItem item) => new(ItemResource.Of(item), JsonElement.Parse(item.Body));
    }

    internal sealed record ActiveResource(long ActiveSetId, IReadOnlyList<ItemResource> Items);

    /// <param name="Changed">New or changed, as <c>kind/key</c>.</param>
    /// <param name="Removed">In force, but in none of the files.</param>
    internal sealed record DifferenceResource(IReadOnlyList<string> Changed, IReadOnlyList<string> Removed)
    {
        public static DifferenceResource Of(ContentDifference difference) => new([.. difference.Changed.Select(Name)], [.. difference.Removed.Select(Name)]);

        private static string Name((ContentKind Kind, string Key) item) => $"{EnumWord.Of(item.Kind)}/{item.Key}";
    }

    /// <param name="Changed">New or changed, as <c>kind/key</c>.</param>
    /// <param name="Removed">In force, but in none of the files.</param>
    /// <param name="Workflows">Workflows that are not what their files hold, with the activities, connections and inputs that differ.</param>
    internal sealed record ComparisonResource(IReadOnlyList<string> Changed, IReadOnlyList<string> Removed, IReadOnlyList<WorkflowComparison> Workflows);

    internal sealed record PublicationResource(long ActiveSetId, DifferenceResource Difference, IReadOnlyList<ContentIssue> Issues);

    /// <param name="Path">Below the content root, with forward slashes.</param>
    internal sealed record FileText(string Path, string Content);

    internal sealed record FilesRequest(IReadOnlyList<FileText> Files, string? Comment = null)
    {
        public IReadOnlyList<ContentFile> ToFiles()
        {
            var problems = Files.Select((file, index) => (file.Path, index))
                .Where(file => ContentFolder.Locate(file.Path) is null)
                .Select(file => new Problem($"/files/{file.index}/path", "no_place_of_content", "No content lies at this path."))
                .ToList();
            return problems.Count > 0
                ? throw UseCaseException.Invalid("Some files are not content.", problems)
                : [.. Files.Select(file => (file, place: ContentFolder.Locate(file.Path)!.Value))
                    .Select(found => new ContentFile(found.place.Kind, found.place.Key, found.file.Path, Encoding.UTF8.GetBytes(found.file.Content)))];
        }
    }
}
