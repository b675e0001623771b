using static Microsoft.Playwright.Assertions;

namespace MCU.Integration.BrowserTests;

/// <summary>What the genuine Elsa Studio shows of this hub's workflows to somebody who may look and not touch.</summary>
public sealed class DesignerTests(ConsoleFixture console) : StudioTests(console)
{
    [Fact]
    public async Task EveryShippedWorkflow_OpenedByWhoMayOnlyRead_ShowsAllItsActivitiesAndOffersNoChange()
    {
        Assert.SkipWhen(Chromium.IsMissing, Chromium.MissingReason);
        var shipped = (await ElsaAsync("workflow-definitions?versionOptions=Published")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("definitionId").GetString()!).ToList();
        shipped.ShouldContain("pos-intake");
        await using var visit = await Console.VisitAsAsync("auditor", $"{Definitions}/{shipped[0]}/edit");
        var studio = new StudioPage(visit.Page);
        foreach (var definition in shipped)
        {
            await studio.TurnToAsync(definition);
            var activities = (await DefinitionAsync(definition)).GetProperty("root").GetProperty("activities");

            await studio.HasNodesAsync(activities.GetArrayLength());
            await Expect(visit.Page.Locator($"#activity-{activities[0].GetProperty("id").GetString()}")).ToHaveCountAsync(1);
            await Expect(visit.Page.GetByText("Auto-save")).ToHaveCountAsync(0);
            await Expect(visit.Page.Locator("button.mud-primary-text.mud-icon-button")).ToHaveCountAsync(0);
        }
    }
}
