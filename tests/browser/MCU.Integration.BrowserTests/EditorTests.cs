using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MCU.Integration.BrowserTests;

/// <summary>An engineer at work in the editor of one workflow, and the run of it.</summary>
public sealed class EditorTests(ConsoleFixture console) : StudioTests(console)
{
    [Fact]
    public async Task Workflow_EditedRolledBackAndRun_ShowsItsJournalVariablesAndIncident()
    {
        Assert.SkipWhen(Chromium.IsMissing, Chromium.MissingReason);
        const string id = "editor-test";
        await SaveAsync(Greeting(id, "first"), publish: true);
        await using var visit = await Console.VisitDesignerAsync($"{Definitions}/{id}/edit");
        var studio = new StudioPage(visit.Page);
        await studio.HasNodesAsync(2);

        await InputsAreSavedAsWrittenAsync(visit, studio, id);
        await SomebodyElsesChangeIsNotOverwrittenAsync(visit, studio, id);
        await VersionIsRolledBackAsync(visit, studio, id);
        await RunIsShownAsync(visit, studio);
        await DeleteAsync(id);
    }

    [Fact]
    public async Task Editor_OfWhoMayOnlyRead_OffersNoChange()
    {
        await using var visit = await Console.VisitAsAsync("auditor", $"{Definitions}/pos-intake/edit");
        var studio = new StudioPage(visit.Page);

        await studio.HasNodesAsync((await DefinitionAsync("pos-intake")).GetProperty("root").GetProperty("activities").GetArrayLength());

        await Expect(visit.Page.GetByText("Auto-save")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("button.mud-primary-text.mud-icon-button")).ToHaveCountAsync(0);
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
        // As a real server's, the answer to a run that faults is 500.
        visit.Foresee("500");
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
