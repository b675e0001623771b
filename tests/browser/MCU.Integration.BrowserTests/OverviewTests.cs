using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MCU.Integration.BrowserTests;

[Collection(ConsoleCollection.Name)]
public sealed class OverviewTests(ConsoleFixture console)
{
    [Fact]
    public async Task Overview_AfterAMinuteOfTheCity_ShowsItsCasesAndALedgerThatAddsUp()
    {
        await using var visit = await console.VisitAsync("/");
        await console.EventuallyAsync("cases?size=20", page => page.GetProperty("items").GetArrayLength() == 20);

        await Expect(visit.Page.Locator(".system").Filter(new() { HasText = "ПОС" }).First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".system").Filter(new() { HasText = "СЭД" }).First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".newest li")).ToHaveCountAsync(8);
        await Expect(visit.Page.Locator(".chart .bar").First).ToBeAttachedAsync();
        await Expect(visit.ByTestId("ledger-verdict")).ToHaveAttributeAsync("data-adds-up", "true");
        (await visit.Page.Locator(".ledger tfoot tr").First.Locator("td[data-sign]").AllTextContentsAsync())
            .Select(text => long.Parse(string.Concat(text.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture)).ToList()
            .ShouldSatisfyAllConditions(figures => figures[0].ShouldBePositive(), figures => figures[0].ShouldBe(figures.Skip(1).Sum()));
    }

    [Fact]
    public async Task Overview_LeftOpen_RefreshesByItself()
    {
        await using var visit = await console.VisitAsync("/");
        var before = await visit.Page.Locator(".live").TextContentAsync();

        await Expect(visit.Page.Locator(".live")).Not.ToHaveTextAsync(before!);
    }

    [Fact]
    public async Task Language_Switched_StaysForTheNextPage()
    {
        await using var visit = await console.VisitApartAsync("/");

        await visit.Button("Switch to English").ClickAsync();
        await Expect(visit.Heading("Overview")).ToBeVisibleAsync();
        await visit.GoAsync("/cases");
        await Expect(visit.Heading("Cases")).ToBeVisibleAsync();
        (await visit.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en");

        await visit.Button("Переключить на русский").ClickAsync();
        await Expect(visit.Heading("Дела")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Theme_Chosen_IsThereAfterReload()
    {
        await using var visit = await console.VisitApartAsync("/");

        await visit.Button("Тема").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Тёмная" }).Or(visit.Page.GetByText("Тёмная")).First.ClickAsync();
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator(".mud-layout.is-dark")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Page_AskedForWithoutSession_LeadsToSignInAndBack()
    {
        Assert.SkipWhen(Chromium.IsMissing, Chromium.MissingReason);
        await using var visit = await console.VisitApartAsync("/cases", signedIn: false);

        await Expect(visit.Heading("Вход")).ToBeVisibleAsync();
        await visit.Page.GetByLabel("Имя пользователя").FillAsync("admin");
        await visit.Page.GetByLabel("Пароль").FillAsync(RunningHub.Password);
        await visit.Button("Войти").ClickAsync();
        await Expect(visit.Heading("Дела")).ToBeVisibleAsync();

        await visit.Button("Администратор").ClickAsync();
        await visit.Button("Выйти").ClickAsync();
        await Expect(visit.Heading("Вход")).ToBeVisibleAsync();
    }
}
