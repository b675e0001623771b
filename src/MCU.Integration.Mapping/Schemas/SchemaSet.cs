using System.Collections.Frozen;
using MCU.Integration.Mapping.Lint;

namespace MCU.Integration.Mapping.Schemas;

/// <summary>Schemas that were compiled together. Immutable, thread-safe.</summary>
public sealed class SchemaSet
{
    internal SchemaSet(IEnumerable<CompiledSchema> schemas, IReadOnlyList<(string Key, ContentProblem Problem)> problems)
    {
        Schemas = schemas.ToFrozenDictionary(schema => schema.Key, StringComparer.Ordinal);
        Problems = problems;
    }

    /// <summary>By key; those with problems of their own are left out.</summary>
    public IReadOnlyDictionary<string, CompiledSchema> Schemas { get; }

    /// <summary>What is wrong with the schemas themselves, with the key of the schema. A set with problems must not go live.</summary>
    public IReadOnlyList<(string Key, ContentProblem Problem)> Problems { get; }
}
