using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Pipeline.Content;

/// <summary>What a map made: a document, or the problems that kept it from making one; never both.</summary>
/// <param name="Utf8">The document as text, properties in the order of the map's rules.</param>
public sealed record MapOutcome(ReadOnlyMemory<byte> Utf8, JsonElement Document, IReadOnlyList<Problem> Problems)
{
    public bool Succeeded => Problems.Count == 0;

    public static MapOutcome Failed(IReadOnlyList<Problem> problems) => new(default, default, problems);
}
