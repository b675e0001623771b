using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MCU.Integration.BrowserTests;

/// <summary>What holds of every page. Each visit also fails on an error in the browser's console and on a request to another host.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class EveryPageTests(ConsoleFixture console)
{
    private const int PhoneWidth = 390;
    private const int DeskWidth = 1440;

    public static TheoryData<string> Pages => ["/", "/cases", "/unplaced", "/messages", "/deliveries", "/dead", "/alerts", "/systems/sed", "/content", "/audit", "/users", "/keys"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OnAPhoneAndOnADesk_DoesNotScrollSideways_HasOneHeadingAndNamesForEveryControl(string path)
    {
        await using var visit = await console.VisitAsync(path, PhoneWidth, 844);
        (await visit.SidewaysAsync()).ShouldBe(0);
        await ShotAsync(visit, path, PhoneWidth);

        await visit.Page.SetViewportSizeAsync(DeskWidth, 900);
        (await visit.SidewaysAsync()).ShouldBe(0);
        await Expect(visit.Page.Locator("h1")).ToHaveCountAsync(1);
        var nameless = await visit.Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll("button, a[href], input:not([type=hidden]), select")]
              .filter(control => control.checkVisibility() && !(control.getAttribute("aria-label") || control.title || control.textContent.trim() || control.labels?.length))
              .map(control => control.outerHTML.slice(0, 120))
            """);
        nameless.ShouldBeEmpty();
        await ShotAsync(visit, path, DeskWidth);
    }

    [Fact]
    public async Task Details_OnAPhone_DoNotScrollSideways()
    {
        await using var visit = await console.VisitAsync("/cases", PhoneWidth, 844);
        foreach (var list in new[] { "/cases", "/messages", "/deliveries" })
        {
            await visit.GoAsync(list);
            await visit.Page.Locator(".row-link").First.ClickAsync();
            await visit.Page.WaitForURLAsync(url => url.Length > list.Length + 30 || url.Contains("/cases/", StringComparison.Ordinal));
            await Expect(visit.Page.Locator(".facts").First).ToBeVisibleAsync();
            (await visit.SidewaysAsync()).ShouldBe(0, list);
            await ShotAsync(visit, list + "/one", PhoneWidth);
        }
    }

    [Fact]
    public async Task Keyboard_FirstTab_OffersToSkipTheNavigation()
    {
        await using var visit = await console.VisitAsync("/cases");

        await visit.Page.EvaluateAsync("document.activeElement?.blur()");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "К содержанию" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Address_ThatLeadsNowhere_SaysSo()
    {
        await using var visit = await console.VisitAsync("/not-found");

        await Expect(visit.Heading("Страница не найдена")).ToBeVisibleAsync();
    }

    /// <summary>Keeps a picture in the folder that <c>HUB_SCREENSHOTS</c> names, for people to look at.</summary>
    private static async Task ShotAsync(Visit visit, string path, int width)
    {
        if (Environment.GetEnvironmentVariable("HUB_SCREENSHOTS") is { Length: > 0 } folder)
        {
            var name = path.Trim('/').Replace('/', '-');
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{(name.Length == 0 ? "overview" : name)}-{width}.png"), FullPage = true });
        }
    }
}
