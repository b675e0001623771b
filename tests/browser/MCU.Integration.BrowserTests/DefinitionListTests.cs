using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MCU.Integration.BrowserTests;

/// <summary>The list of workflows, on the smallest screen that it is used on.</summary>
public sealed class DefinitionListTests(ConsoleFixture console) : StudioTests(console)
{
    private const string Id = "list-test";

    [Fact]
    public async Task List_OnAPhone_ImportsExportsDeletes_OutlivesItsSessionAndHasAMenu()
    {
        Assert.SkipWhen(Chromium.IsMissing, Chromium.MissingReason);
        await using var visit = await Console.VisitApartAsync(Definitions, 390, 844);
        var studio = new StudioPage(visit.Page);
        await studio.IsStartedAsync();
        (await visit.SidewaysAsync()).ShouldBe(0);

        var row = visit.Page.Locator("#studio tbody tr", new() { HasText = Id });
        await ImportAsync(visit, studio);
        await Expect(row).ToHaveCountAsync(1);
        Input(await DefinitionAsync(Id), "Elsa.WriteLine", "text").Text.ShouldBe("from a file");
        await ExportAsync(visit, studio, row);
        await row.Locator(".mud-menu button").Last.ClickAsync();
        await studio.ChooseInMenuAsync("Delete");
        await visit.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
        using var gone = await Console.Hub.Api.GetAsync(new Uri(Console.Hub.Address, $"/elsa/api/workflow-definitions/by-definition-id/{Id}"));
        gone.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        await SessionThatEndsIsRenewedAsync(visit);

        await Expect(visit.Page.Locator("#hub-nav")).ToBeHiddenAsync();
        await visit.Button("Меню").ClickAsync();
        await visit.Page.Locator("#hub-nav").GetByRole(AriaRole.Link, new() { Name = "Содержание" }).ClickAsync();
        await Expect(visit.ByTestId("workflows").GetByRole(AriaRole.Link, new() { Name = "ПОС: приём сообщений" })).ToBeVisibleAsync();
    }

    private static async Task SessionThatEndsIsRenewedAsync(Visit visit)
    {
        var rows = visit.Page.Locator("#studio tbody tr");
        await Expect(rows.Filter(new() { HasText = "pos-intake" })).ToHaveCountAsync(1);
        visit.Foresee("401");
        await visit.Page.Context.ClearCookiesAsync();

        await visit.Page.GetByPlaceholder("Search on").FillAsync("status-sync");
        var dialog = visit.Page.Locator("#studio-ended");
        await Expect(dialog).ToBeVisibleAsync();
        var window = await visit.Page.RunAndWaitForPopupAsync(() => dialog.GetByRole(AriaRole.Link).ClickAsync());
        await window.GetByLabel("Имя пользователя").FillAsync("admin");
        await window.GetByLabel("Пароль").FillAsync(RunningHub.Password);
        await window.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();

        await Expect(dialog).ToBeHiddenAsync();
        await Expect(rows.Filter(new() { HasText = "status-sync" })).ToHaveCountAsync(1);
        await Expect(rows.Filter(new() { HasText = "pos-intake" })).ToHaveCountAsync(0);
    }

    private static async Task ImportAsync(Visit visit, StudioPage studio)
    {
        await visit.Page.Locator(".mud-button-group-root .mud-menu button").ClickAsync();
        var chooser = await visit.Page.RunAndWaitForFileChooserAsync(() => studio.ChooseInMenuAsync("Import"));
        await chooser.SetFilesAsync(new FilePayload { Name = "workflow.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(Greeting(Id, "from a file").ToJsonString()) });
    }

    private static async Task ExportAsync(Visit visit, StudioPage studio, ILocator row)
    {
        await row.Locator(".mud-menu button").Last.ClickAsync();
        var download = await visit.Page.RunAndWaitForDownloadAsync(async () =>
        {
            await studio.ChooseInMenuAsync("Export");
            await visit.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { NameRegex = new("^(Ok|Export)$", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).ClickAsync();
        });
        await using var file = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(file);
        (await reader.ReadToEndAsync()).ShouldContain("from a file");
    }
}
