using MCU.Integration.Hub.CommandLine;
using MCU.Integration.Hub.Settings;

namespace MCU.Integration.FunctionalTests.CommandLine;

/// <summary><c>lint</c> and <c>test</c> need nothing but the files.</summary>
public sealed class ContentCommandTests : IDisposable
{
    private static readonly string Shipped = HubSettings.NearestContentRoot(AppContext.BaseDirectory)!;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("hub-content-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Lint_ShippedContent_FindsNothing()
    {
        var (code, output) = await RunAsync("lint", "--root", Shipped);

        code.ShouldBe(0, output);
    }

    [Fact]
    public async Task Test_ShippedMaps_Pass()
    {
        var (code, output) = await RunAsync("test", "--root", Shipped);

        code.ShouldBe(0, output);
        output.ShouldContain("0 failed");
    }

    [Fact]
    public async Task Lint_BadFiles_NamesFileLinePointerAndCodeOfEach()
    {
        Write("mappings/schemas/a.schema.json", "{\n  \"type\": \"object\",\n  \"frobnicate\": 1\n}");
        Write("adapters/x/manifest.json", "{ \"key\": \"x\" }");

        var (code, output) = await RunAsync("lint", "--root", _root.FullName);

        code.ShouldBe(1, output);
        output.ShouldContain("mappings/schemas/a.schema.json:3 /frobnicate ");
        output.ShouldContain("adapters/x/manifest.json:1 ");
    }

    [Fact]
    public async Task Command_WithoutAKey_SaysWhatItNeeds()
    {
        var (code, output) = await RunAsync("verify", "--url", "http://127.0.0.1:1");

        code.ShouldBe(2);
        output.ShouldContain("--key");
    }

    [Fact]
    public async Task Arguments_WithoutACommand_StartTheHub() =>
        (await HubCommands.TryRunAsync(["--urls=http://127.0.0.1:0"], TextWriter.Null, TextWriter.Null)).ShouldBeNull();

    private static async Task<(int? Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var code = await HubCommands.TryRunAsync(arguments, output, output);
        return (code, output.ToString());
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
