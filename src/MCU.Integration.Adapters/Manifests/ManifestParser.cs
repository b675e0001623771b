using System.Text.Json;
using MCU.Integration.Adapters.Manifests.Reading;
using MCU.Integration.Adapters.Manifests.Rules;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Adapters.Manifests;

/// <summary>Reads manifests strictly: every problem is collected, none stops the reading.</summary>
public static class ManifestParser
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    private static readonly IReadOnlyList<IManifestRule> Rules =
    [
        new KeyRule(),
        new DocumentRule(),
        new AuthRule(),
        new FeedRule(),
        new ImportRule(),
        new OperationRule(),
        new TemplateRule(),
        new EffectOnceRule(),
        new PushRule(),
    ];

    public static ManifestParse Parse(ReadOnlyMemory<byte> json, ManifestContext? context = null)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Read(document.RootElement, context ?? ManifestContext.Unknown);
        }
        catch (JsonException exception)
        {
            return NotJson(exception);
        }
    }

    public static ManifestParse Parse(string json, ManifestContext? context = null)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Read(document.RootElement, context ?? ManifestContext.Unknown);
        }
        catch (JsonException exception)
        {
            return NotJson(exception);
        }
    }

    private static ManifestParse Read(JsonElement root, ManifestContext context)
    {
        var problems = new List<Problem>();
        var manifest = ManifestReader.Read(new(root, "", problems));
        foreach (var rule in Rules)
        {
            rule.Check(manifest, context, (pointer, code, message) => problems.Add(new(pointer, code, message)));
        }

        return new(problems.Count == 0 ? manifest : null, problems);
    }

    // The parser's own message may quote the offending text; the place is enough.
    private static ManifestParse NotJson(JsonException exception) =>
        new(null, [new("", "not_json", $"The file is not strict JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}): no comments, no trailing commas, no duplicate names.")]);
}
