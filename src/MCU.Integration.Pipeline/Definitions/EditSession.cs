using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace MCU.Integration.Pipeline.Definitions;

/// <summary>
/// One editor that has a definition open, and the content that it saw last. Elsa Studio saves the whole definition and knows no version check, but it sends
/// <c>customProperties</c> back as it got them: there the mark travels. So whoever saves over somebody else's work is told instead of losing it.
/// </summary>
/// <param name="Id">Names the editor; new with each opening.</param>
/// <param name="SeenHash">Beginning of the content hash that it was given last.</param>
public sealed record EditSession(string Id, string SeenHash)
{
    /// <summary>Key in <c>customProperties</c>.</summary>
    public const string Property = "hubEditing";

    private const int HashLength = 16;

    /// <summary>The mark for an editor that is given this version.</summary>
    /// <param name="id">The editor, when it is known already.</param>
    public static EditSession Of(DefinitionRow row, string? id = null) => new(id ?? RandomNumberGenerator.GetHexString(8, lowercase: true), row.ContentHash[..Math.Min(HashLength, row.ContentHash.Length)]);

    /// <summary>Takes the mark out of a definition that an editor sent: it is no content.</summary>
    public static EditSession? Take(JsonObject definition)
    {
        if (definition["customProperties"] is not JsonObject custom || !custom.Remove(Property, out var mark) || mark is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            return null;
        }

        var parts = text.Split('.');
        return parts.Length == 2 && parts[0].Length > 0 && parts[1].Length > 0 ? new(parts[0], parts[1]) : null;
    }

    /// <summary>Puts the mark into a definition.</summary>
    public void Mark(JsonObject definition)
    {
        var custom = definition["customProperties"] as JsonObject ?? [];
        custom[Property] = ToString();
        if (custom.Parent is null)
        {
            definition["customProperties"] = custom;
        }
    }

    /// <summary>Whether this editor saw what stands there, or put it there itself: its saves may overtake their answers.</summary>
    public bool Knows(DefinitionRow row) => row.EditSession == Id || row.ContentHash.StartsWith(SeenHash, StringComparison.Ordinal);

    public override string ToString() => $"{Id}.{SeenHash}";
}
