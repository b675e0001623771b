using System.Text.Json;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Adapters.Tests.Manifests;

/// <summary>The manifests, the JSON Schema and the page for vendors of this repository say the same as the parser.</summary>
public sealed class ManifestFilesTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Manifests => new(
        Directory.GetFiles(Path.Combine(Root, "adapters"), "manifest.json", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Root, path)));

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Parse_ManifestOfTheRepository_HasNoProblems(string path)
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(path)!);

        ManifestParser.Parse(File.ReadAllBytes(Path.Combine(Root, path)), new(FolderKey: folder)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Page_ForVendors_NamesEveryFieldOfTheSchema()
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs/adapters/manifest.md"));

        SchemaFields().Where(field => !page.Contains(field, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Schema_Vocabularies_AreThoseOfTheDomain()
    {
        WordsOf("status").ShouldBe(EnumWord.All<StatusWord>(), ignoreOrder: true);
        WordsOf("outcome").ShouldBe(EnumWord.All<CaseOutcome>(), ignoreOrder: true);
    }

    private static IEnumerable<string> WordsOf(string definition) =>
        Schema().GetProperty("$defs").GetProperty(definition).GetProperty("enum").EnumerateArray().Select(word => word.GetString()!);

    private static JsonElement Schema() => JsonElement.Parse(File.ReadAllBytes(Path.Combine(Root, "adapters/$schemas/manifest.schema.json")));

    private static IEnumerable<string> SchemaFields()
    {
        var fields = new HashSet<string>();
        Collect(Schema(), fields);
        return fields.Where(field => field != "$schema");

        static void Collect(JsonElement element, HashSet<string> fields)
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                return;
            }

            foreach (var property in element.EnumerateObject())
            {
                if (property.Name == "properties")
                {
                    fields.UnionWith(property.Value.EnumerateObject().Select(field => field.Name));
                }

                Collect(property.Value, fields);
            }
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "MCU.Integration.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
