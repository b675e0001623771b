using System.Diagnostics;
using System.Net.Http.Headers;
using MCU.Integration.Bench.Content;
using MCU.Integration.Bench.Hub;
using MCU.Integration.Bench.Results;
using Microsoft.Playwright;

namespace MCU.Integration.Bench.Scenarios;

/// <summary>
/// From the request for the editor of <c>pos-intake</c> to its first activity on the canvas, in Chromium on the same machine: with an empty profile, and again
/// with what the browser kept; then the descriptors of all activities, which the editor asks for first.
/// </summary>
internal sealed class DesignerScenario : IScenario
{
    private const string Browser = "/usr/bin/chromium";
    private const string Password = "bench-designer-password";

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    public string Name => "designer";

    public bool NeedsHub => true;

    public async Task RunAsync(TestBed bed)
    {
        // Studio itself does not know which database there is.
        if (bed.Database != DatabaseKind.Sqlite)
        {
            return;
        }

        var settings = new Dictionary<string, string>(await bed.NewHubAsync())
        {
            ["Hub__Content__Root"] = BenchContent.RepositoryRoot,
            ["Hub__Admin__Password"] = Password,
        };
        await using var hub = await bed.StartHubAsync(settings);
        var address = new Uri($"http://{hub.Address}");
        using var client = new HttpClient(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("ApiKey", HubProcess.ApiKey);
        bed.Report.Add("descriptors of all activities, asked again", "ms", await DescriptorsAsync(client, bed.Count(50)), Budget.AtMost(50, 200));
        if (await WhyNotOpenedAsync(client) is { } reason)
        {
            System.Console.WriteLine($"    the designer is not opened: {reason}");
            return;
        }

        List<double> cold = [];
        List<double> warm = [];
        using var playwright = await Playwright.CreateAsync();
        for (var run = 0; run < bed.Runs(5); run++)
        {
            var profile = Directory.CreateTempSubdirectory("bench-profile-");
            await using (var context = await playwright.Chromium.LaunchPersistentContextAsync(profile.FullName, new() { ExecutablePath = Browser, Args = Flags, Headless = true }))
            {
                var page = context.Pages[0];
                await SignInAsync(page, address);
                cold.Add(await FirstActivityAsync(page, address));
                warm.Add(await FirstActivityAsync(page, address));
            }

            profile.Delete(recursive: true);
        }

        bed.Report.Add("editor of pos-intake to its first activity, empty browser", "ms", cold, Budget.AtMost(7500, 20_000));
        bed.Report.Add("the same again, from what the browser kept", "ms", warm, Budget.AtMost(6000, 15_000));
    }

    /// <summary>Null when it can be opened. Outside of Development only a published hub has the files of its pages.</summary>
    private static async Task<string?> WhyNotOpenedAsync(HttpClient client)
    {
        if (!File.Exists(Browser))
        {
            return $"there is no {Browser}.";
        }

        using var script = await client.GetAsync("/_content/MCU.Integration.ElsaApi/designer.js");
        return script.IsSuccessStatusCode && (await script.Content.ReadAsByteArrayAsync()).Length > 0 ? null : "the hub was built, not published (run without --quick, or name a published one by --hub).";
    }

    private static async Task<List<double>> DescriptorsAsync(HttpClient client, int count)
    {
        List<double> taken = [];
        for (var i = 0; i <= count; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await client.GetByteArrayAsync("/elsa/api/descriptors/activities?Refresh=True");
            taken.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        // The first one makes them.
        return taken[1..];
    }

    private static async Task SignInAsync(IPage page, Uri address)
    {
        await page.GotoAsync(new Uri(address, "/sign-in?returnTo=%2Fapi%2Fv1%2Fme").ToString());
        await page.Locator("#name").FillAsync("admin");
        await page.Locator("#password").FillAsync(Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/me");
    }

    private static async Task<double> FirstActivityAsync(IPage page, Uri address)
    {
        await page.GotoAsync("about:blank");
        var started = Stopwatch.GetTimestamp();
        await page.GotoAsync(new Uri(address, "/designer/workflows/definitions/pos-intake/edit").ToString(), new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("elsa-activity-wrapper .elsa-activity").First.WaitForAsync(new() { Timeout = 120_000 });
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
