using static Microsoft.Playwright.Assertions;

namespace MCU.Integration.BrowserTests;

[Collection(ConsoleCollection.Name)]
public sealed class CaseTests(ConsoleFixture console)
{
    [Fact]
    public async Task Case_Opened_TellsWhatHappenedAndWhy()
    {
        await using var visit = await console.VisitAsync($"/cases/{await AnsweredCaseAsync()}");

        var story = visit.Page.Locator(".story");
        await Expect(story.GetByText("Заведено дело")).ToBeVisibleAsync();
        await Expect(story.GetByText("Дан ответ").First).ToBeVisibleAsync();
        await Expect(story.Locator(".firings li").First).ToContainTextAsync("→");

        await story.Locator(".story-event .why").First.ClickAsync();
        await Expect(story.Locator(".why-panel").First).ToContainTextAsync("ПОС: приём сообщений, версия 1");
        await Expect(story.Locator(".why-panel").First).ToContainTextAsync("Набор содержания");

        await story.Locator(".story-delivery .why").First.ClickAsync();
        await Expect(story.Locator(".attempts li").First).ToContainTextAsync("выполнено");
    }

    [Fact]
    public async Task Submission_Unmasked_ShowsThePersonAndIsAudited()
    {
        await using var visit = await console.VisitAsync($"/cases/{await AnsweredCaseAsync()}");
        await Expect(visit.Page.Locator(".submission-text")).ToHaveTextAsync("•••");

        await visit.ByTestId("unmask").ClickAsync();
        await Expect(visit.Page.Locator(".submission-text")).Not.ToContainTextAsync("•••");

        await visit.GoAsync("/audit");
        await Expect(visit.Page.Locator(".grid tbody tr").First).ToContainTextAsync("Показ персональных данных обращения");
    }

    [Fact]
    public async Task Search_ByNumber_FindsTheCase()
    {
        var number = await AnsweredCaseAsync();
        await using var visit = await console.VisitAsync("/cases");

        await visit.Page.GetByPlaceholder("Номер дела или внешний номер").FillAsync(number);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator(".grid tbody tr")).ToHaveCountAsync(1);
        await visit.Page.Locator(".row-link").First.ClickAsync();
        await Expect(visit.Heading(number)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Search_BySurname_FindsTheCaseAndKeepsTheNameOutOfTheAddress()
    {
        var number = await AnsweredCaseAsync();
        await using var visit = await console.VisitAsync($"/cases/{number}");
        await visit.ByTestId("unmask").ClickAsync();
        await Expect(visit.Page.Locator(".submission-text")).Not.ToContainTextAsync("•••");
        var surname = (await visit.ByTestId("submission").Locator(".masked-text").First.TextContentAsync())!.Split(' ')[0];

        await visit.GoAsync("/cases");
        await visit.Page.GetByPlaceholder("Номер, внешний номер, фамилия, телефон, e-mail").FillAsync(surname);
        await visit.Button("Найти").ClickAsync();
        await Expect(visit.Page.GetByText(number, new() { Exact = true })).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".search-note")).ToContainTextAsync("Поиск по заявителю");
        Uri.UnescapeDataString(visit.Page.Url).ShouldNotContain(surname);
    }

    /// <summary>Number of a case that went all the way: ПОС → СЭД → ПОС.</summary>
    private async Task<string> AnsweredCaseAsync()
    {
        Assert.SkipWhen(Chromium.IsMissing, Chromium.MissingReason);
        var page = await console.EventuallyAsync("cases?status=answered&size=50", answer => answer.GetProperty("items").EnumerateArray().Any(IsToldInFull));
        return page.GetProperty("items").EnumerateArray().First(IsToldInFull).GetProperty("number").GetString()!;

        static bool IsToldInFull(System.Text.Json.JsonElement item) =>
            item.TryGetProperty("registrationNumber", out var registration) && registration.GetString() is { Length: > 0 }
            && item.TryGetProperty("applicantId", out var applicant) && applicant.ValueKind == System.Text.Json.JsonValueKind.String
            && item.GetProperty("outcome").GetString() == "done";
    }
}
