using System.Text.Json;
using MCU.Integration.Mapping.Schemas;

namespace MCU.Integration.Mapping.Content;

/// <summary>The schemas of the content files themselves (<c>mappings/$schemas</c>), built into the assembly.</summary>
internal static class ContentSchemas
{
    public static CompiledSchema CodeList { get; } = Load("codelist");

    public static CompiledSchema Map { get; } = Load("map");

    public static CompiledSchema MapTests { get; } = Load("map-tests");

    private static CompiledSchema Load(string key)
    {
        using var stream = typeof(ContentSchemas).Assembly.GetManifestResourceStream($"{key}.schema.json")
            ?? throw new InvalidOperationException($"The schema '{key}' is missing from the assembly.");
        using var document = JsonDocument.Parse(stream);
        return SchemaCompiler.Compile(key, document.RootElement);
    }
}
