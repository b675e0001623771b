using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MCU.Integration.BrowserTests;

/// <summary>The genuine Elsa Studio against this hub: what it opens, and what is drawn in it.</summary>
public sealed class DesignerTests(ConsoleFixture console) : StudioTests(console)
{

    [Fact]
    public async Task EveryShippedWorkflow_Opened_ShowsAllItsActivities()
    {
        Assert.SkipWhen(Chromium.IsMissing, Chromium.MissingReason);
        var shipped = (await ElsaAsync("workflow-definitions?versionOptions=Published")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("definitionId").GetString()!).ToList();
        shipped.ShouldContain("pos-intake");
        await using var visit = await Console.VisitDesignerAsync($"{Definitions}/{shipped[0]}/edit");
        var studio = new StudioPage(visit.Page);
        foreach (var definition in shipped)
        {
            await studio.TurnToAsync(definition);
            var activities = (await DefinitionAsync(definition)).GetProperty("root").GetProperty("activities");

            await studio.HasNodesAsync(activities.GetArrayLength());
            await Expect(visit.Page.Locator($"#activity-{activities[0].GetProperty("id").GetString()}")).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task Workflow_CreatedDrawnAndPublished_IsWhatTheHubRuns()
    {
        await using var visit = await Console.VisitDesignerAsync(Definitions);
        var studio = new StudioPage(visit.Page);
        await studio.IsStartedAsync();
        await visit.Button("Create workflow").ClickAsync();
        var dialog = visit.Page.Locator(".mud-dialog");
        await dialog.Locator("input[type=text]").FillAsync("Нарисовано в тесте");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Ok" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/edit");
        var definition = new Uri(visit.Page.Url).Segments[^2].TrimEnd('/');

        await studio.DropAsync("Console", "Write Line", 120, 150);
        await studio.DropAsync("МЦУ", "Перевести код", 420, 150);
        await studio.ConnectAsync(0, "Done", 1);
        await studio.ChooseAsync("Справочник", "pos.status");
        await studio.SelectAsync(0);
        await studio.Field("Text").FillAsync("Привет");
        await visit.Page.Keyboard.PressAsync("Tab");
        var draft = await EventuallyAsync(definition, saved => Input(saved, "Elsa.WriteLine", "text").Text == "Привет");
        draft.GetProperty("isPublished").GetBoolean().ShouldBeFalse("the canvas saves itself as a draft");
        await studio.PublishAsync();

        var published = await EventuallyAsync(definition, saved => saved.GetProperty("isPublished").GetBoolean());
        Input(published, "Mcu.LookUpCode", "codeList").Text.ShouldNotBeNull().ShouldStartWith("pos.status");
        published.GetProperty("root").GetProperty("connections").GetArrayLength().ShouldBe(1);
        await DeleteAsync(definition);
    }

    [Fact]
    public async Task Session_ThatEnded_AsksToSignInAndGoesOn()
    {
        await using var visit = await Console.VisitAsync(Definitions);
        await new StudioPage(visit.Page).IsStartedAsync();
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
}
