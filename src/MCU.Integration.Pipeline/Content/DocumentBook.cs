using System.Text.Json;
using MCU.Integration.Mapping.Schemas;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Pipeline.Content;

/// <summary>Schemas and maps of an active set.</summary>
public sealed class DocumentBook
{
    public static DocumentBook Empty { get; } = new();

    public IReadOnlyList<Problem> Validate(string schema, JsonElement document) => [];

    public MapOutcome Map(string map, JsonElement source, DateTimeOffset now) => new(null, []);
}
