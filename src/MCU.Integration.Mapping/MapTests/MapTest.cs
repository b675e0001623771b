using System.Text.Json;
using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Mapping.MapTests;

/// <summary>One test of a map, as written; docs/mapping/maps.md says what it means.</summary>
/// <param name="Line">Of the file, from 1.</param>
public sealed record MapTest(string Name, int? Line)
{
    /// <summary>Null when the input is in a file.</summary>
    public JsonElement? Input { get; init; }

    /// <summary>Relative to the test file.</summary>
    public string? InputFile { get; init; }

    public JsonElement? Context { get; init; }

    public JsonElement? Expected { get; init; }

    public string? ExpectedFile { get; init; }

    public IReadOnlyList<(JsonPointer Pointer, JsonElement Value)> Contains { get; init; } = [];

    public IReadOnlyList<JsonPointer> Absent { get; init; } = [];

    public IReadOnlyList<JsonPointer> Ignore { get; init; } = [];

    /// <summary>The map must fail with exactly these; empty = it must succeed.</summary>
    public IReadOnlyList<(string? Pointer, string Code)> Problems { get; init; } = [];

    public bool Validate { get; init; } = true;
}
