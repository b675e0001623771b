using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MCU.Integration.Hub.CommandLine;
using MCU.Integration.Hub.Settings;

namespace MCU.Integration.FunctionalTests.City;

/// <summary>Does what docs/adapters/adding-one.md says, in a copy of the content folder: whoever follows the page has a system that works.</summary>
public sealed partial class AddingOneTests : IDisposable
{
    private static readonly string Shipped = HubSettings.NearestContentRoot(AppContext.BaseDirectory)!;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("hub-adding-one-");

    [Fact]
    public async Task Page_Followed_ConnectsTheLightingRegister()
    {
        foreach (var folder in new[] { "adapters", "mappings", "rules", "workflows", "mocks" })
        {
            Copy(Path.Combine(Shipped, folder), Path.Combine(_root.FullName, folder));
        }

        var files = FileBlock().Matches(await File.ReadAllTextAsync(Path.Combine(Shipped, "docs", "adapters", "adding-one.md")));
        files.Count.ShouldBe(11);
        foreach (Match file in files)
        {
            var path = Path.Combine(_root.FullName, file.Groups["path"].Value);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, file.Groups["text"].Value);
        }

        (await RunAsync("lint")).ShouldContain("0 errors, 0 warnings");
        (await RunAsync("test")).ShouldContain("0 failed");
        await using var hub = new PageHub(_root.FullName);
        await hub.InitializeAsync();
        await new Street(hub).LampIsLitAsync();
    }

    public void Dispose() => _root.Delete(recursive: true);

    private async Task<string> RunAsync(string command)
    {
        using var output = new StringWriter();
        var code = await HubCommands.TryRunAsync([command, "--root", _root.FullName], output, output);
        code.ShouldBe(0, output.ToString());
        return output.ToString();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    [GeneratedRegex(@"<!-- file: (?<path>\S+) -->\n`[^`\n]+`\n\n```json\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex FileBlock();

    private sealed class PageHub(string root) : CityHub
    {
        protected override string? ContentRoot => root;
    }

    private sealed class Street(CityHub hub) : CityTests(hub)
    {
        public async Task LampIsLitAsync()
        {
            await PublishAsync("99200001", message =>
            {
                message["text"] = "Не горит фонарь у пешеходного перехода.";
                message["classifier"] = new JsonObject { ["category"] = new JsonObject { ["id"] = "5" }, ["subcategory"] = new JsonObject { ["id"] = "5.1" } };
            });

            await CaseInAsync("99200001", "answered");
            await UntilAsync(() => PosMessage("99200001")["status"]!.ToString() == "ANSWERED", () => PosMessage("99200001").ToJsonString());
            Records("lighting").ShouldHaveSingleItem()["status"]!.ToString().ShouldBe("lit");
        }
    }
}
