using System.Text.Json;
using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Mapping.Schemas;

/// <summary>Compiles JSON Schemas (2020-12, the keywords of docs/mapping/schemas.md).</summary>
public static class SchemaCompiler
{
    /// <summary>Compiles schemas that may refer to each other by key. Problems are collected, never thrown.</summary>
    /// <param name="schemas">By key; the documents are copied.</param>
    public static SchemaSet Compile(IReadOnlyDictionary<string, JsonElement> schemas)
    {
        var builder = new SchemaBuilder();
        var roots = schemas.ToDictionary(schema => schema.Key, schema => builder.Compile(schema.Key, JsonPointer.Root, schema.Value.Clone()), StringComparer.Ordinal);
        builder.Bind();
        var bad = builder.Problems.Select(problem => problem.Key).ToHashSet(StringComparer.Ordinal);

        // A reference into a bad schema makes the referring one unusable as well.
        var compiled = roots.Where(root => !bad.Contains(root.Key)).Select(root => new CompiledSchema(root.Key, root.Value));
        return new(builder.Problems.Count == 0 ? compiled : compiled.Where(schema => schema.IsBound), builder.Problems);
    }

    /// <summary>Compiles a schema that refers to no other.</summary>
    /// <exception cref="FormatException">The schema has problems; the message is the first of them.</exception>
    public static CompiledSchema Compile(string key, JsonElement schema)
    {
        var set = Compile(new Dictionary<string, JsonElement>(StringComparer.Ordinal) { [key] = schema });
        return set.Problems.Count == 0 ? set.Schemas[key] : throw new FormatException(set.Problems[0].Problem.ToString());
    }
}
