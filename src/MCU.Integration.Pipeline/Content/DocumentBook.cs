using System.Collections.Frozen;
using System.Text.Json;
using MCU.Integration.Mapping.CodeLists;
using MCU.Integration.Mapping.Maps;
using MCU.Integration.Mapping.Schemas;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Pipeline.Content;

/// <summary>Schemas, maps and code lists of an active set.</summary>
public sealed class DocumentBook(IReadOnlyDictionary<string, CompiledSchema> schemas, IReadOnlyDictionary<string, CompiledMap> maps, TimeZoneInfo zone)
{
    private readonly FrozenDictionary<string, CompiledSchema> _schemas = schemas.ToFrozenDictionary(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, CompiledMap> _maps = maps.ToFrozenDictionary(StringComparer.Ordinal);

    public static DocumentBook Empty { get; } = new(new Dictionary<string, CompiledSchema>(), new Dictionary<string, CompiledMap>(), TimeZoneInfo.Utc);

    public IReadOnlyDictionary<string, CompiledSchema> Schemas => _schemas;

    public IReadOnlyDictionary<string, CompiledMap> Maps => _maps;

    public IReadOnlyDictionary<string, CodeList> CodeLists { get; init; } = FrozenDictionary<string, CodeList>.Empty;

    /// <summary>How a document differs from a schema; an unknown schema is a problem of its own.</summary>
    public IReadOnlyList<Problem> Validate(string schema, JsonElement document)
    {
        if (!_schemas.TryGetValue(schema, out var compiled))
        {
            return [new("", "content.unknown_schema", $"There is no schema '{schema}'.")];
        }

        var problems = compiled.Validate(document);
        return problems.Count == 0 ? [] : [.. problems.Select(problem => new Problem(problem.Pointer, problem.Code, problem.Message))];
    }

    /// <summary>Runs a map; an unknown map is a problem of its own.</summary>
    /// <param name="codeUsed">Told of every code that is looked up.</param>
    public MapOutcome Map(string map, JsonElement source, DateTimeOffset now, Action<CodeUse>? codeUsed = null)
    {
        if (!_maps.TryGetValue(map, out var compiled))
        {
            return MapOutcome.Failed([new("", "content.unknown_map", $"There is no map '{map}'.")]);
        }

        var result = compiled.Apply(source, new(now, zone) { CodeUsed = codeUsed });
        return result.Succeeded
            ? new(result.Utf8, result.Document, [])
            : MapOutcome.Failed([.. result.Problems.Select(problem => new Problem(problem.Pointer, problem.Code, $"{problem.Message} ({map} {problem.Rule})"))]);
    }
}
