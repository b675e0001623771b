using System.Collections.Concurrent;
using System.Text;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Workflows;

/// <summary>Prepared workflows by version id and content. A published version never changes; a draft that was edited is prepared anew.</summary>
public sealed class WorkflowCache(IDefinitionStore store, WorkflowPreparer preparer)
{
    private const int MaxPrepared = 1000;

    private readonly ConcurrentDictionary<string, PreparedWorkflow> _byContent = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PreparedWorkflow> _published = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _publishedVersions = new(StringComparer.Ordinal);
    private int _clearings;

    /// <summary>The workflow of a version.</summary>
    /// <exception cref="ContentException">There is no such version, or it cannot be read.</exception>
    public async ValueTask<PreparedWorkflow> GetAsync(string versionId, CancellationToken cancellation) =>
        await TryGetAsync(versionId, cancellation) ?? throw new ContentException($"There is no workflow version '{versionId}'.");

    /// <summary>The workflow of a version; null when there is no such version.</summary>
    /// <exception cref="ContentException">It cannot be read.</exception>
    public async ValueTask<PreparedWorkflow?> TryGetAsync(string versionId, CancellationToken cancellation) =>
        _published.TryGetValue(versionId, out var known) ? known
        : await store.FindVersionAsync(versionId, cancellation) is { } row ? await PrepareAsync(row, cancellation)
        : null;

    /// <summary>The published version of a definition; null when there is none.</summary>
    public async ValueTask<PreparedWorkflow?> FindPublishedAsync(string definitionId, CancellationToken cancellation)
    {
        if (_publishedVersions.TryGetValue(definitionId, out var versionId))
        {
            return await TryGetAsync(versionId, cancellation);
        }

        var clearings = Volatile.Read(ref _clearings);
        if ((await store.VersionsAsync(definitionId, cancellation)).FirstOrDefault(version => version.IsPublished) is not { } row)
        {
            return null;
        }

        _publishedVersions[row.DefinitionId] = row.Id;
        if (Volatile.Read(ref _clearings) != clearings)
        {
            // Something was published while this was read.
            _publishedVersions.TryRemove(row.DefinitionId, out _);
        }

        return await PrepareAsync(row, cancellation);
    }

    /// <summary>The workflow of a version that is about to be started. A draft comes with the snapshot that the new instance has to be stored with.</summary>
    /// <exception cref="ContentException">There is no such version, or it cannot be read.</exception>
    public async ValueTask<(PreparedWorkflow Workflow, DefinitionSnapshot? Snapshot)> ToStartAsync(string versionId, CancellationToken cancellation)
    {
        if (_published.TryGetValue(versionId, out var known))
        {
            return (known, null);
        }

        var row = await store.FindVersionAsync(versionId, cancellation) ?? throw new ContentException($"There is no workflow version '{versionId}'.");
        return (await PrepareAsync(row, cancellation), DefinitionSnapshot.Of(row));
    }

    /// <summary>The workflow that an instance goes on with: its version, or the draft as it was when the instance was started.</summary>
    /// <exception cref="ContentException">The version or the snapshot is gone, or cannot be read.</exception>
    public async ValueTask<PreparedWorkflow> ToContinueAsync(InstanceRow instance, CancellationToken cancellation)
    {
        if (instance.SnapshotHash is not { } hash)
        {
            return await GetAsync(instance.DefinitionVersionId, cancellation);
        }

        if (_byContent.TryGetValue(KeyOf(instance.DefinitionVersionId, hash), out var known))
        {
            return known;
        }

        var snapshot = await store.FindSnapshotAsync(hash, cancellation) ?? throw new ContentException($"The draft that instance '{instance.Id}' was started on is gone.");
        var row = new DefinitionRow(
            instance.DefinitionVersionId, instance.DefinitionId, instance.DefinitionVersion, null, null, IsLatest: false, IsPublished: false, IsSystem: false,
            hash, EnumWord.Of(ContentOrigin.Api), null, snapshot.Body, instance.CreatedAt, instance.CreatedAt);
        return await PrepareAsync(row, cancellation);
    }

    /// <summary>Prepares a version that was just read.</summary>
    public async ValueTask<PreparedWorkflow> PrepareAsync(DefinitionRow row, CancellationToken cancellation)
    {
        var key = KeyOf(row.Id, row.ContentHash);
        if (!_byContent.TryGetValue(key, out var prepared))
        {
            var definition = Parse(row);
            var nested = await NestedAsync(definition, cancellation);
            prepared = preparer.Prepare(definition, (id, version) => nested.GetValueOrDefault((id, version)) ?? nested.GetValueOrDefault((id, null)));
            MakeRoom();
            _byContent[key] = prepared;
        }

        if (row.IsPublished && !prepared.Nested.Any())
        {
            _published[row.Id] = prepared;
        }

        return prepared;
    }

    /// <summary>Forgets everything: a version may have been deleted or a nested workflow published anew.</summary>
    public void Clear()
    {
        Interlocked.Increment(ref _clearings);
        _publishedVersions.Clear();
        _published.Clear();
        _byContent.Clear();
    }

    private static string KeyOf(string versionId, string hash) => $"{versionId}:{hash}";

    private static WorkflowDefinition Parse(DefinitionRow row)
    {
        var parsed = WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(row.Body));
        var definition = parsed.Definition ?? throw new ContentException(
            $"Workflow version '{row.Id}' cannot be read: {string.Join("; ", parsed.Problems.Select(problem => $"{problem.Pointer} {problem.Message}"))}");
        return definition.WithIdentity(row.Id, row.DefinitionId, row.Version, row.IsLatest, row.IsPublished);
    }

    // The preparer asks synchronously, so everything that may be nested is read first, level by level.
    private async Task<Dictionary<(string DefinitionId, string? VersionId), WorkflowDefinition>> NestedAsync(WorkflowDefinition root, CancellationToken cancellation)
    {
        Dictionary<(string, string?), WorkflowDefinition> found = [];
        Queue<WorkflowDefinition> open = new([root]);
        HashSet<string> asked = [];
        while (open.TryDequeue(out var definition))
        {
            foreach (var id in NestedWorkflows.IdsIn(definition.Root).Where(asked.Add))
            {
                foreach (var row in await store.VersionsAsync(id, cancellation))
                {
                    var nested = Parse(row);
                    found[(id, row.Id)] = nested;
                    if (row.IsPublished)
                    {
                        found[(id, null)] = nested;
                        open.Enqueue(nested);
                    }
                }
            }
        }

        return found;
    }

    private void MakeRoom()
    {
        if (_byContent.Count >= MaxPrepared)
        {
            _byContent.Clear();
        }
    }
}
