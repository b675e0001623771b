using MCU.Integration.Mapping.Json;
using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Adapters.Manifests.Reading;

internal static class DocumentReader
{
    private static readonly Dictionary<string, DocumentDirection> Directions = new() { ["in"] = DocumentDirection.In, ["out"] = DocumentDirection.Out };

    private static readonly Dictionary<string, ValidationMode> Modes = new() { ["sync"] = ValidationMode.Sync, ["async"] = ValidationMode.Async };

    public static ManifestDocument Read(ManifestSource source, string type)
    {
        if (!source.Has("direction"))
        {
            source.Report("direction", "required", "'direction' is missing.");
        }

        var direction = source.Word("direction", DocumentDirection.In, Directions);
        IReadOnlyList<JsonPointer> keys = source.IsText("dedupKey") ? [source.RequiredPointer("dedupKey")] : source.Pointers("dedupKey");
        if (direction == DocumentDirection.In && keys.Count == 0)
        {
            source.Report("dedupKey", "required", "A document that comes in needs a dedup key: by it a repetition is recognised.");
        }

        var description = new DocumentDescription(
            type,
            source.RequiredText("title"),
            source.RequiredText("schema"),
            source.Word("validation", ValidationMode.Sync, Modes),
            direction == DocumentDirection.In)
        {
            DedupKeyParts = keys,
            OrderKey = source.Pointer("orderKey"),
            Revision = source.Pointer("revision"),
            OccurredAt = source.Pointer("occurredAt"),
        };
        source.Done();
        return new(direction, description);
    }
}
