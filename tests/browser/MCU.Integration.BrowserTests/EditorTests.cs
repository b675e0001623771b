using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MCU.Integration.BrowserTests;

/// <summary>An engineer at work in the editor of one workflow, and the run of it.</summary>
public sealed class EditorTests(ConsoleFixture console) : StudioTests(console)
{
    /// <summary>One visit for all of it: each document of Studio starts .NET anew, which takes longer than everything that is looked at here.</summary>
    [Fact]
    public async Task Workflow_CreatedDrawnEditedRolledBackAndRun_IsWhatTheHubKeepsAndRuns()
    {
        Assert.SkipWhen(Chromium.IsMissing, Chromium.MissingReason);
        const string id = "editor-test";
        await using var visit = await Console.VisitAsync(Definitions);
        var studio = new StudioPage(visit.Page);
        var drawn = await WorkflowIsCreatedAsync(visit, studio);
        await WhatIsDrawnIsPublishedAsync(visit, studio, drawn);
        await DeleteAsync(drawn);

        await SaveAsync(Greeting(id, "first"), publish: true);
        await studio.TurnToAsync(id);
        await Expect(visit.Page.Locator("#activity-B")).ToHaveCountAsync(1);
        await InputsAreSavedAsWrittenAsync(visit, studio, id);
        await SomebodyElsesChangeIsNotOverwrittenAsync(visit, studio, id);
        await VersionIsRolledBackAsync(visit, studio, id);
        await RunIsShownAsync(visit, studio);
        await DeleteAsync(id);
    }

    /// <summary>Returns the id of the new workflow, whose canvas is open then.</summary>
    private static async Task<string> WorkflowIsCreatedAsync(Visit visit, StudioPage studio)
    {
        await studio.IsStartedAsync();
        await visit.Button("Create workflow").ClickAsync();
        var dialog = visit.Page.Locator(".mud-dialog");
        await dialog.Locator("input[type=text]").FillAsync("Нарисовано в тесте");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Ok" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/edit");
        return new Uri(visit.Page.Url).Segments[^2].TrimEnd('/');
    }

    private async Task WhatIsDrawnIsPublishedAsync(Visit visit, StudioPage studio, string id)
    {
        await studio.DropAsync("Console", "Write Line", 120, 150);
        await studio.DropAsync("МЦУ", "Перевести код", 420, 150);
        await studio.ConnectAsync(0, "Done", 1);
        await studio.ChooseAsync("Справочник", "pos.status");
        await studio.SelectAsync(0);
        await studio.Field("Text").FillAsync("Привет");
        await visit.Page.Keyboard.PressAsync("Tab");
        var draft = await EventuallyAsync(id, saved => Input(saved, "Elsa.WriteLine", "text").Text == "Привет");
        draft.GetProperty("isPublished").GetBoolean().ShouldBeFalse("the canvas saves itself as a draft");
        await studio.PublishAsync();

        var published = await EventuallyAsync(id, saved => saved.GetProperty("isPublished").GetBoolean());
        Input(published, "Mcu.LookUpCode", "codeList").Text.ShouldNotBeNull().ShouldStartWith("pos.status");
        published.GetProperty("root").GetProperty("connections").GetArrayLength().ShouldBe(1);
    }

    private async Task InputsAreSavedAsWrittenAsync(Visit visit, StudioPage studio, string id)
    {
        await studio.SelectAsync("A");
        await studio.Field("Text").FillAsync("Привет");
        await visit.Page.Keyboard.PressAsync("Tab");
        await EventuallyAsync(id, saved => Input(saved, "Elsa.WriteLine", "text") == ("Literal", "Привет"));
        await studio.WriteAsync("JavaScript", "getName().toUpperCase()");
        await EventuallyAsync(id, saved => Input(saved, "Elsa.WriteLine", "text") == ("JavaScript", "getName().toUpperCase()"));
        await studio.WriteAsync("Liquid", "Привет, {{ Variables.Name }}");
        await EventuallyAsync(id, saved => Input(saved, "Elsa.WriteLine", "text") == ("Liquid", "Привет, {{ Variables.Name }}"));
    }

    private async Task SomebodyElsesChangeIsNotOverwrittenAsync(Visit visit, StudioPage studio, string id)
    {
        var theirs = JsonNode.Parse((await DefinitionAsync(id)).GetRawText())!.AsObject();
        theirs["description"] = "их";
        await SaveAsync(theirs);
        visit.Foresee("400");

        await studio.WriteAsync("Liquid", "моё");

        await Expect(visit.Page.Locator(".mud-snackbar").First).ToContainTextAsync("Nothing was saved");
        (await DefinitionAsync(id)).GetProperty("description").GetString().ShouldBe("их");
        Input(await DefinitionAsync(id), "Elsa.WriteLine", "text").Text.ShouldNotBe("моё");
    }

    private async Task VersionIsRolledBackAsync(Visit visit, StudioPage studio, string id)
    {
        await studio.OpenTabAsync("Version history");
        await visit.Page.Locator("tr", new() { Has = visit.Page.Locator("td", new() { HasTextRegex = new("^1$") }) }).Locator(".mud-menu button").ClickAsync();
        await studio.ChooseInMenuAsync("Rollback to this version");

        var rolledBack = await EventuallyAsync(id, saved => Input(saved, "Elsa.WriteLine", "text") == ("Literal", "first"));
        rolledBack.GetProperty("isPublished").GetBoolean().ShouldBeFalse("a version that was rolled back to is a draft");
    }

    private static async Task RunIsShownAsync(Visit visit, StudioPage studio)
    {
        await studio.RunAsync();
        await visit.Page.WaitForURLAsync("**/instances/*/view");

        var journal = visit.Page.Locator(".mud-timeline-item");
        await Expect(journal.Filter(new() { HasText = "Write Line - Completed" })).ToHaveCountAsync(1, new() { Timeout = StudioPage.StartTimeout });
        await Expect(journal.Filter(new() { HasText = "Fault - Faulted" })).ToHaveCountAsync(1);
        await studio.OpenTabAsync("Incidents");
        await Expect(visit.Page.Locator(".incidents-custom-spacing")).ToContainTextAsync("Не вышло");
        await studio.OpenTabAsync("Variables");
        await Expect(visit.Page.Locator("tr", new() { HasText = "Name" }).Filter(new() { HasText = "мир" })).ToBeVisibleAsync();
    }
}
