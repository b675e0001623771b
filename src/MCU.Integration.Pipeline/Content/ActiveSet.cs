using System.Text.Json;
using MCU.Integration.Mapping.Maps;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Pipeline.Content;

/// <summary>The compiled content that the hub works with: immutable, swapped whole on every node, named on every decision.</summary>
/// <param name="Generation">Store generation that it was built from; changes with the set and with triggers.</param>
public sealed record ActiveSet(long Id, long Generation, AdapterCatalog Adapters, DocumentBook Documents, RuleBook Rules, TriggerIndex Triggers)
{
    /// <summary>The set that is published; another than <see cref="Id"/> where this version of the hub cannot use it and works on with the last good one.</summary>
    public long PublishedId { get; init; } = Id;

    /// <summary>What was published before anything was.</summary>
    public static ActiveSet Empty { get; } = new(0, -1, new([]), DocumentBook.Empty, RuleBook.Empty, new([]));

    /// <summary>Checks a document against the schema that the adapter's manifest names for its type; empty = it fits.</summary>
    public IReadOnlyList<Problem> Validate(string adapter, string documentType, JsonElement document) =>
        Adapters.TryGet(adapter, out var known) && known.Documents.TryGetValue(documentType, out var description)
            ? Documents.Validate(description.Schema, document)
            : [new("", "content.unknown_document_type", $"The adapter '{adapter}' has no document type '{documentType}'.")];

    /// <summary>Runs a map.</summary>
    /// <param name="codeUsed">Told of every code that is looked up.</param>
    public MapOutcome Map(string map, JsonElement source, DateTimeOffset now, Action<CodeUse>? codeUsed = null) => Documents.Map(map, source, now, codeUsed);
}
