using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Workflows;

namespace MCU.Integration.Pipeline.Definitions;

/// <summary>Workflow definitions for people and programs. Who saved a version stands on it; what else happens to a definition is audited.</summary>
public sealed class DefinitionDesk(IDefinitionStore store, DefinitionBook book, ConsumingWorkflows consuming, AuditTrail audit, TimeProvider time)
{
    private const string Publication = "workflow.publish";

    /// <summary>How long a creation counts as the same one when it comes again: the designer repeats a request three times within 14 seconds.</summary>
    private static readonly TimeSpan Repeating = TimeSpan.FromMinutes(1);

    /// <summary>Zero-based pages with a total; null page = everything.</summary>
    public Task<(IReadOnlyList<DefinitionRow> Items, long Total)> ListAsync(Actor actor, DefinitionFilter filter, int? page, int? pageSize, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeContent);
        return store.ListAsync(filter, page, pageSize, cancellation);
    }

    /// <exception cref="UseCaseException">There is no such version.</exception>
    public async Task<DefinitionRow> GetVersionAsync(Actor actor, string versionId, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeContent);
        return await store.FindVersionAsync(versionId, cancellation) ?? throw UseCaseException.NotFound($"workflow version '{versionId}'");
    }

    /// <exception cref="UseCaseException">There is no such definition, or no such version of it.</exception>
    public async Task<DefinitionRow> GetAsync(Actor actor, string definitionId, VersionOptions versions, CancellationToken cancellation) =>
        versions.Choose(await VersionsAsync(actor, definitionId, cancellation)) ?? throw UseCaseException.NotFound($"such version of the workflow '{definitionId}'");

    /// <summary>All versions, newest first.</summary>
    /// <exception cref="UseCaseException">There is no such definition.</exception>
    public async Task<IReadOnlyList<DefinitionRow>> VersionsAsync(Actor actor, string definitionId, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeContent);
        return await store.VersionsAsync(definitionId, cancellation) is { Count: > 0 } versions ? versions : throw UseCaseException.NotFound($"workflow '{definitionId}'");
    }

    public async Task<bool> IsNameUniqueAsync(Actor actor, string name, string? exceptDefinitionId, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeContent);
        return !await store.NameExistsAsync(name.Trim(), exceptDefinitionId, cancellation);
    }

    /// <summary>Latest versions of the definitions that use this one as an activity.</summary>
    public Task<IReadOnlyList<DefinitionRow>> ConsumersAsync(Actor actor, string definitionId, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeContent);
        return consuming.OfAsync(definitionId, cancellation);
    }

    /// <summary>Takes the workflows that use this one along to its published version, when its options say so.</summary>
    /// <returns>What was changed.</returns>
    /// <exception cref="UseCaseException">There is no such definition, or it is not published.</exception>
    public async Task<IReadOnlyList<DefinitionRow>> UpdateConsumersAsync(Actor actor, string definitionId, CancellationToken cancellation)
    {
        actor.Demand(Right.EditWorkflows);
        return await TakeAlongAsync(actor, await GetAsync(actor, definitionId, VersionOptions.Published, cancellation), cancellation);
    }

    /// <param name="definition">The whole definition; without a <c>definitionId</c> a new one is made.</param>
    /// <param name="origin"><c>designer</c> or <c>api</c>.</param>
    /// <exception cref="UseCaseException">The definition is not valid, or was changed by somebody else meanwhile.</exception>
    public async Task<DefinitionResult> SaveAsync(Actor actor, JsonObject definition, bool publish, string origin, CancellationToken cancellation)
    {
        actor.Demand(Right.EditWorkflows);
        if (await JustCreatedAsync(actor, definition, cancellation) is { } created)
        {
            definition = (JsonObject)definition.DeepClone();
            definition["definitionId"] = created.DefinitionId;
        }

        var saved = Checked(
            await book.SaveAsync(
                definition,
                publish,
                origin,
                actor,
                cancellation,
                row => publish ? Entry(actor, Publication, row)
                    : row.CreatedAt == row.UpdatedAt ? Entry(actor, row.Version == 1 ? "workflow.create" : "workflow.draft", row)
                    : null),
            "workflow");
        return publish ? await PublishedAsync(actor, saved, cancellation) : saved;
    }

    /// <summary>Takes in a file: content of a new draft, never published.</summary>
    /// <exception cref="UseCaseException">The definition is not valid.</exception>
    public async Task<DefinitionRow> ImportAsync(Actor actor, JsonObject definition, CancellationToken cancellation)
    {
        actor.Demand(Right.EditWorkflows);
        if (definition["root"] is not JsonObject)
        {
            throw UseCaseException.Invalid("/root", "required", "This is not a workflow: it has no root activity.");
        }

        return Checked(await book.SaveAsync(definition, publish: false, "api", actor, cancellation, row => Entry(actor, "workflow.import", row)), "workflow").Row!;
    }

    /// <exception cref="UseCaseException">There is no such definition, or it cannot be published.</exception>
    public async Task<DefinitionResult> PublishAsync(Actor actor, string definitionId, CancellationToken cancellation)
    {
        var published = await book.PublishAsync(definitionId, actor, cancellation, row => Entry(actor, Publication, row));
        return await PublishedAsync(actor, Checked(published, $"workflow '{definitionId}'"), cancellation);
    }

    /// <exception cref="UseCaseException">There is no such definition, or it is not published.</exception>
    public async Task<DefinitionRow> RetractAsync(Actor actor, string definitionId, CancellationToken cancellation) =>
        Checked(await book.RetractAsync(definitionId, actor, cancellation, row => Entry(actor, "workflow.retract", row)), $"workflow '{definitionId}'").Row!;

    /// <exception cref="UseCaseException">There is no such version.</exception>
    public async Task<DefinitionRow> RevertAsync(Actor actor, string definitionId, int version, CancellationToken cancellation)
    {
        var reverted = await book.RevertAsync(definitionId, version, actor, cancellation, row => Entry(actor, "workflow.revert", row));
        return Checked(reverted, $"version {version} of the workflow '{definitionId}'").Row!;
    }

    /// <returns>False when there was none.</returns>
    public Task<bool> DeleteAsync(Actor actor, string definitionId, CancellationToken cancellation) =>
        book.DeleteAsync(definitionId, actor, cancellation, _ => audit.Entry(actor, "workflow.delete", $"workflow:{definitionId}"));

    /// <returns>False when there was none.</returns>
    public Task<bool> DeleteVersionAsync(Actor actor, string versionId, CancellationToken cancellation) =>
        book.DeleteVersionAsync(versionId, actor, cancellation, _ => audit.Entry(actor, "workflow.delete_version", $"workflow-version:{versionId}"));

    // Only a definition without an id can be made twice by repeating the request.
    private async Task<DefinitionRow?> JustCreatedAsync(Actor actor, JsonObject definition, CancellationToken cancellation)
    {
        if (definition["definitionId"] is JsonValue id && id.ToString().Length > 0 || definition["name"] is not JsonValue name)
        {
            return null;
        }

        var (found, _) = await store.ListAsync(new() { SearchTerm = name.ToString(), Versions = VersionOptions.Latest }, null, null, cancellation);
        return found.FirstOrDefault(row => row.Version == 1 && row.Author == actor.Name && time.GetUtcNow() - row.CreatedAt < Repeating && DefinitionBook.IsSame(definition, row));
    }

    private async Task<DefinitionResult> PublishedAsync(Actor actor, DefinitionResult published, CancellationToken cancellation) => published.AlreadyPublished
        ? published
        : published with { Consumers = await TakeAlongAsync(actor, published.Row!, cancellation) };

    private Task<IReadOnlyList<DefinitionRow>> TakeAlongAsync(Actor actor, DefinitionRow published, CancellationToken cancellation) =>
        consuming.UpdateAsync(published, actor, cancellation, row => Entry(actor, row.IsPublished ? Publication : "workflow.draft", row));

    private static DefinitionResult Checked(DefinitionResult result, string what) =>
        result.Row is not null ? result
        : result.Problems.Count > 0 ? throw UseCaseException.Invalid(result.Problems[0].Message, result.Problems)
        : throw UseCaseException.NotFound(what);

    private AuditEntry Entry(Actor actor, string action, DefinitionRow row) =>
        audit.Entry(actor, action, $"workflow:{row.DefinitionId}", $"version {row.Version} ({row.Id})");
}
