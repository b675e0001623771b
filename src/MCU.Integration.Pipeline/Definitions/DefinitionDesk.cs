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

        var saved = Checked(await book.SaveAsync(definition, publish, origin, actor, cancellation), "workflow");
        if (publish)
        {
            return await PublishedAsync(actor, saved, cancellation);
        }

        if (saved.Row!.CreatedAt == saved.Row.UpdatedAt)
        {
            await AuditAsync(actor, saved.Row.Version == 1 ? "workflow.create" : "workflow.draft", saved.Row, cancellation);
        }

        return saved;
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

        var saved = Checked(await book.SaveAsync(definition, publish: false, "api", actor, cancellation), "workflow");
        await AuditAsync(actor, "workflow.import", saved.Row!, cancellation);
        return saved.Row!;
    }

    /// <exception cref="UseCaseException">There is no such definition, or it cannot be published.</exception>
    public async Task<DefinitionResult> PublishAsync(Actor actor, string definitionId, CancellationToken cancellation)
    {
        return await PublishedAsync(actor, Checked(await book.PublishAsync(definitionId, actor, cancellation), $"workflow '{definitionId}'"), cancellation);
    }

    /// <exception cref="UseCaseException">There is no such definition, or it is not published.</exception>
    public async Task<DefinitionRow> RetractAsync(Actor actor, string definitionId, CancellationToken cancellation)
    {
        var retracted = Checked(await book.RetractAsync(definitionId, actor, cancellation), $"workflow '{definitionId}'");
        await AuditAsync(actor, "workflow.retract", retracted.Row!, cancellation);
        return retracted.Row!;
    }

    /// <exception cref="UseCaseException">There is no such version.</exception>
    public async Task<DefinitionRow> RevertAsync(Actor actor, string definitionId, int version, CancellationToken cancellation)
    {
        var reverted = Checked(await book.RevertAsync(definitionId, version, actor, cancellation), $"version {version} of the workflow '{definitionId}'");
        await AuditAsync(actor, "workflow.revert", reverted.Row!, cancellation);
        return reverted.Row!;
    }

    /// <returns>False when there was none.</returns>
    public async Task<bool> DeleteAsync(Actor actor, string definitionId, CancellationToken cancellation)
    {
        var deleted = await book.DeleteAsync(definitionId, actor, cancellation);
        if (deleted)
        {
            await audit.WriteAsync(actor, "workflow.delete", $"workflow:{definitionId}", null, cancellation);
        }

        return deleted;
    }

    /// <returns>False when there was none.</returns>
    public async Task<bool> DeleteVersionAsync(Actor actor, string versionId, CancellationToken cancellation)
    {
        var deleted = await book.DeleteVersionAsync(versionId, actor, cancellation);
        if (deleted)
        {
            await audit.WriteAsync(actor, "workflow.delete_version", $"workflow-version:{versionId}", null, cancellation);
        }

        return deleted;
    }

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

    private async Task<DefinitionResult> PublishedAsync(Actor actor, DefinitionResult published, CancellationToken cancellation)
    {
        if (published.AlreadyPublished)
        {
            return published;
        }

        await AuditAsync(actor, Publication, published.Row!, cancellation);
        return published with { Consumers = await TakeAlongAsync(actor, published.Row!, cancellation) };
    }

    private async Task<IReadOnlyList<DefinitionRow>> TakeAlongAsync(Actor actor, DefinitionRow published, CancellationToken cancellation)
    {
        var consumers = await consuming.UpdateAsync(published, actor, cancellation);
        foreach (var consumer in consumers)
        {
            await AuditAsync(actor, consumer.IsPublished ? Publication : "workflow.draft", consumer, cancellation);
        }

        return consumers;
    }

    private static DefinitionResult Checked(DefinitionResult result, string what) =>
        result.Row is not null ? result
        : result.Problems.Count > 0 ? throw UseCaseException.Invalid(result.Problems[0].Message, result.Problems)
        : throw UseCaseException.NotFound(what);

    private Task AuditAsync(Actor actor, string action, DefinitionRow row, CancellationToken cancellation) =>
        audit.WriteAsync(actor, action, $"workflow:{row.DefinitionId}", $"version {row.Version} ({row.Id})", cancellation);
}
