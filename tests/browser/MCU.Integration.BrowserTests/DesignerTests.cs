using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MCU.Integration.BrowserTests;

/// <summary>The genuine Elsa Studio against this hub. Each visit also fails on an error in the browser's console and on a request to another host.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class DesignerTests(ConsoleFixture console)
{
    private const string Definitions = "/designer/workflows/definitions";

    [Fact]
    public async Task EveryShippedWorkflow_Opened_ShowsAllItsActivities()
    {
        Assert.SkipWhen(Chromium.IsMissing, Chromium.MissingReason);
        var shipped = (await ElsaAsync("workflow-definitions?versionOptions=Published")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("definitionId").GetString()!).ToList();
        shipped.ShouldContain("pos-intake");
        await using var visit = await console.VisitAsync($"{Definitions}/{shipped[0]}/edit");
        var studio = new StudioPage(visit.Page);
        foreach (var definition in shipped)
        {
            // Studio's element follows its attribute, so that it need not start anew for each.
            await visit.Page.EvaluateAsync("id => document.querySelector('elsa-workflow-definition-editor').setAttribute('definition-id', id)", definition);
            var activities = (await DefinitionAsync(definition)).GetProperty("root").GetProperty("activities");

            await studio.HasNodesAsync(activities.GetArrayLength());
            await Expect(visit.Page.Locator($"#activity-{activities[0].GetProperty("id").GetString()}")).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task Workflow_CreatedDrawnAndPublished_IsWhatTheHubRuns()
    {
        await using var visit = await console.VisitAsync(Definitions);
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
        var draft = await EventuallyAsync(definition, saved => Literal(saved, "Elsa.WriteLine", "text") == "Привет");
        draft.GetProperty("isPublished").GetBoolean().ShouldBeFalse("the canvas saves itself as a draft");
        await studio.PublishAsync();

        var published = await EventuallyAsync(definition, saved => saved.GetProperty("isPublished").GetBoolean());
        Literal(published, "Mcu.LookUpCode", "codeList").ShouldStartWith("pos.status");
        published.GetProperty("root").GetProperty("connections").GetArrayLength().ShouldBe(1);
        (await console.Hub.Api.DeleteAsync(new Uri(console.Hub.Address, $"/elsa/api/workflow-definitions/{definition}"))).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Session_ThatEnded_AsksToSignInAndGoesOn()
    {
        await using var visit = await console.VisitAsync(Definitions);
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

    [Fact]
    public async Task Page_OnAPhone_DoesNotScrollSidewaysAndHasAMenu()
    {
        await using var visit = await console.VisitAsync(Definitions, 390, 844);
        await new StudioPage(visit.Page).IsStartedAsync();

        (await visit.SidewaysAsync()).ShouldBe(0);
        await Expect(visit.Page.Locator("#hub-nav")).ToBeHiddenAsync();
        await visit.Button("Меню").ClickAsync();
        await visit.Page.Locator("#hub-nav").GetByRole(AriaRole.Link, new() { Name = "Содержание" }).ClickAsync();
        await Expect(visit.ByTestId("workflows").GetByRole(AriaRole.Link, new() { Name = "ПОС: приём сообщений" })).ToBeVisibleAsync();
    }

    private Task<JsonElement> DefinitionAsync(string id) => ElsaAsync($"workflow-definitions/by-definition-id/{id}?versionOptions=Latest");

    private async Task<JsonElement> ElsaAsync(string path) => JsonElement.Parse(await console.Hub.Api.GetStringAsync(new Uri(console.Hub.Address, "/elsa/api/" + path)));

    private Task<JsonElement> EventuallyAsync(string definition, Func<JsonElement, bool> holds) =>
        console.EventuallyAsync(new Uri(console.Hub.Address, $"/elsa/api/workflow-definitions/by-definition-id/{definition}?versionOptions=Latest").ToString(), holds);

    private static string? Literal(JsonElement definition, string type, string input) => definition.GetProperty("root").GetProperty("activities").EnumerateArray()
        .Where(activity => activity.GetProperty("type").GetString() == type && activity.TryGetProperty(input, out var value) && value.ValueKind == JsonValueKind.Object)
        .Select(activity => activity.GetProperty(input).GetProperty("expression").GetProperty("value").GetString())
        .FirstOrDefault();
}
