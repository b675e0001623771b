using System.Text.Json;
using MCU.Integration.Mapping.Content;
using MCU.Integration.Mapping.Lint;

namespace MCU.Integration.Mapping.CodeLists;

/// <summary>Reads the text of a code list (<c>mappings/$schemas/codelist.schema.json</c>).</summary>
public static class CodeListReader
{
    /// <summary>The list, or null and the reasons.</summary>
    public static (CodeList? List, IReadOnlyList<ContentProblem> Problems) Read(ReadOnlyMemory<byte> text, string? file = null)
    {
        var content = ContentText.Read(file, text, ContentSchemas.CodeList);
        return (Read(content), content.Problems);
    }

    internal static CodeList? Read(ContentText content)
    {
        if (!content.IsReadable)
        {
            return null;
        }

        var root = content.Root;
        var entries = root.GetProperty("entries").EnumerateArray().Select(Entry).ToList();
        Check(content, entries);
        return content.HasErrors
            ? null
            : new CodeList(
                root.GetProperty("key").GetString()!,
                root.GetProperty("title").GetString()!,
                root.GetProperty("version").GetInt32(),
                Vocabulary(root.GetProperty("left")),
                Vocabulary(root.GetProperty("right")),
                entries)
            {
                ToRight = root.TryGetProperty("toRight", out var toRight) ? Policy(toRight) : MissingCodePolicy.Error,
                ToLeft = root.TryGetProperty("toLeft", out var toLeft) ? Policy(toLeft) : MissingCodePolicy.Error,
            };
    }

    internal static MissingCodePolicy Policy(JsonElement policy) => new(
        policy.GetProperty("missing").GetString() switch { "keep" => MissingCode.Keep, "default" => MissingCode.Default, _ => MissingCode.Error },
        policy.TryGetProperty("default", out var code) ? code.GetString() : null);

    internal static CodeDirection Direction(string? word) =>
        word switch { "toRight" => CodeDirection.ToRight, "toLeft" => CodeDirection.ToLeft, _ => CodeDirection.Both };

    private static void Check(ContentText content, List<CodeListEntry> entries)
    {
        var toRight = new HashSet<string>(StringComparer.Ordinal);
        var toLeft = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            if (entry is { Left: null, Right: null })
            {
                content.Report($"/entries/{i}", "codelist.empty_entry", "An entry needs a code on one side at least.");
            }

            if (entry.Direction.HasFlag(CodeDirection.ToRight) && entry.Left is { } left && !toRight.Add(left))
            {
                content.Report($"/entries/{i}/left", "codelist.duplicate_code", $"'{left}' is looked up to the right in an earlier entry already; give one of them \"direction\": \"toLeft\".");
            }

            if (entry.Direction.HasFlag(CodeDirection.ToLeft) && entry.Right is { } right && !toLeft.Add(right))
            {
                content.Report($"/entries/{i}/right", "codelist.duplicate_code", $"'{right}' is looked up to the left in an earlier entry already; give one of them \"direction\": \"toRight\".");
            }
        }
    }

    private static CodeVocabulary Vocabulary(JsonElement side) =>
        new(side.GetProperty("name").GetString()!, side.TryGetProperty("title", out var title) ? title.GetString() : null);

    private static CodeListEntry Entry(JsonElement entry) => new(
        entry.GetProperty("left").GetString(),
        entry.GetProperty("right").GetString(),
        entry.TryGetProperty("name", out var name) ? name.GetString() : null,
        Direction(entry.TryGetProperty("direction", out var direction) ? direction.GetString() : null));
}
