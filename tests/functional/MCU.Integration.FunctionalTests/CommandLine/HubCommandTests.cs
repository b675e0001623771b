using MCU.Integration.FunctionalTests.Hosting;
using MCU.Integration.Hub.CommandLine;

namespace MCU.Integration.FunctionalTests.CommandLine;

/// <summary>Commands that talk to the running hub.</summary>
public abstract class HubCommandTests(HubHost hub) : HubTests(hub)
{
    [Fact]
    public async Task Verify_RunningHub_FindsTheLedgerExact() => (await RunAsync("verify")).ShouldBe((0, "The ledger is what the rows say."));

    [Fact]
    public async Task Diff_OfTheFilesThatWereImported_NamesOnlyWhatHasNoFile()
    {
        var (_, output) = await RunAsync("diff");

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("0 changed, 0 removed.");

        // Other tests publish workflows in the same hub.
        lines[1..].ShouldAllBe(line => line.StartsWith("! workflow/", StringComparison.Ordinal) && line.EndsWith("has no file; an export would write it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task KeysRotate_RunningHub_KeepsEverythingReadable()
    {
        using var admin = Hub.Admin();
        using var sent = await admin.PostAsync(Documents.CardStatus, Documents.Json(Documents.NewCardStatus()));

        var (code, output) = await RunAsync("keys", "rotate");

        code.ShouldBe(0, output);
        output.ShouldContain("were wrapped anew");
        (await admin.GetAsync($"{sent.Headers.Location}/body")).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task UsersAdd_RunningHub_PrintsTheLink()
    {
        var (code, output) = await RunAsync("users", "add", $"user-{Guid.NewGuid():N}", "--role", "operator");

        code.ShouldBe(0, output);
        output.ShouldContain("/welcome?token=");
    }

    [Fact]
    public async Task Replay_UnknownMessage_Fails()
    {
        var (code, output) = await RunAsync("replay", "message", Guid.Empty.ToString());

        code.ShouldBe(2);
        output.ShouldStartWith("404 ");
    }

    [Fact]
    public async Task Export_RunningHub_WritesWhatLintAccepts()
    {
        var folder = Directory.CreateTempSubdirectory("hub-export-");
        try
        {
            var (code, output) = await RunAsync("export", folder.FullName);

            code.ShouldBe(0, output);
            File.Exists(Path.Combine(folder.FullName, "adapters/sed/manifest.json")).ShouldBeTrue();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var code = await HubCommands.TryRunAsync([.. arguments, "--url", Hub.Url.ToString(), "--key", Hub.AdminKey], output, output);
        return (code!.Value, output.ToString().Trim());
    }
}
