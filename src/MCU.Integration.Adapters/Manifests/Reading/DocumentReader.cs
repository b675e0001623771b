using MCU.Integration.Mapping.Json;
using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Adapters.Manifests.Reading;

internal static class DocumentReader
{
    private static readonly Dictionary<string, bool> Directions = new() { ["in"] = true, ["out"] = false };

    private static readonly Dictionary<string, ValidationMode> Modes = new() { ["sync"] = ValidationMode.Sync, ["async"] = ValidationMode.Async };

    public static DocumentDescription Read(ManifestSource source, string type)
    {
        if (!source.Has("direction"))
        {
            source.Report("direction", "required", "'direction' is missing.");
        }

        var inbound = source.Word("direction", true, Directions);
        IReadOnlyList<JsonPointer> keys = source.IsText("dedupKey") ? [source.RequiredPointer("dedupKey")] : source.Pointers("dedupKey");
        if (inbound && keys.Count == 0)
        {
            source.Report("dedupKey", "required", "A document that comes in needs a dedup key: by it a repetition is recognised.");
        }

        var description = new DocumentDescription(
            type,
            source.RequiredText("title"),
            source.RequiredText("schema"),
            source.Word("validation", ValidationMode.Sync, Modes),
            inbound)
        {
            DedupKeyParts = keys,
            OrderKey = source.Pointer("orderKey"),
            Revision = source.Pointer("revision"),
            OccurredAt = source.Pointer("occurredAt"),
        };
        source.Done();
        return description;
    }
}
