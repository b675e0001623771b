using System.Reflection;
using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <summary>A recorded case: its description, its definitions, and what the reference did.</summary>
internal sealed class CaseFolder
{
    private static readonly string Root = typeof(CaseFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "BehaviourCases").Value!;

    private readonly string _path;

    private CaseFolder(string path)
    {
        _path = path;
        Case = (JsonObject)Read("case");
        Expected = (JsonObject)Read("expected");

        foreach (var file in Names("definitions").Concat(Names("files")))
        {
            Files[file] = (JsonObject)Read(file);
        }
    }

    public JsonObject Case { get; }

    public JsonObject Expected { get; }

    /// <summary>What the reference did with token-based flowcharts.</summary>
    public JsonObject ExpectedWithTokens => File.Exists(TokenFile) ? (JsonObject)JsonNode.Parse(File.ReadAllText(TokenFile))! : Expected;

    public Dictionary<string, JsonObject> Files { get; } = [];

    public IEnumerable<string> Definitions => Names("definitions");

    public static CaseFolder Open(string name) => new(Path.Combine(Root, name));

    public static IEnumerable<string> All() => Directory.GetDirectories(Root).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    private string TokenFile => Path.Combine(Root, "..", "token-mode", Path.GetFileName(_path) + ".json");

    private IEnumerable<string> Names(string property) =>
        (Case[property] as JsonArray ?? []).Select(file => Path.GetFileNameWithoutExtension(file!.GetValue<string>()));

    private JsonNode Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(_path, name + ".json")))!;
}
