using static Microsoft.Playwright.Assertions;

namespace MCU.Integration.BrowserTests;

[Collection(ConsoleCollection.Name)]
public sealed class OperationTests(ConsoleFixture console)
{
    [Fact]
    public async Task DeadMessage_ReplayedAfterConfirmation_IsProcessedAgain()
    {
        Assert.SkipWhen(Chromium.IsMissing, Chromium.MissingReason);
        await console.EventuallyAsync("dead/messages", page => page.GetProperty("items").GetArrayLength() > 0);
        await using var visit = await console.VisitAsync("/dead");
        await Expect(visit.ByTestId("dead-group").First).ToContainTextAsync("Не соответствует схеме");
        await visit.Page.Locator(".dead-items a").First.ClickAsync();
        await Expect(visit.Page.Locator(".problems")).ToContainTextAsync("Нет обязательного поля");

        await visit.ByTestId("replay").ClickAsync();
        await visit.Button("Отмена").ClickAsync();
        await Expect(visit.ByTestId("replay")).ToBeVisibleAsync();
        await visit.ByTestId("replay").ClickAsync();
        await visit.ByTestId("confirm").ClickAsync();

        await Expect(visit.Page.GetByText("Сообщение отправлено на повторную обработку")).ToBeVisibleAsync();
        await visit.GoAsync("/audit");
        await Expect(visit.Page.Locator(".grid tbody")).ToContainTextAsync("Повтор сообщения");
    }

    [Fact]
    public async Task System_Paused_CanBeUndoneAtOnce()
    {
        await using var visit = await console.VisitAsync("/systems/sed");

        await visit.ByTestId("pause").ClickAsync();
        await visit.Page.GetByLabel("Причина").FillAsync("Плановые работы");
        await visit.ByTestId("confirm").ClickAsync();
        await Expect(visit.Page.Locator(".page-head .health-paused")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("Плановые работы")).ToBeVisibleAsync();

        await visit.Button("Отменить").ClickAsync();
        await Expect(visit.ByTestId("pause")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Key_Created_IsShownOnceAndCanBeRevoked()
    {
        await using var visit = await console.VisitAsync("/keys");

        await visit.ByTestId("add-key").ClickAsync();
        await visit.Page.GetByLabel("Название").FillAsync("Проверка");
        await visit.Page.GetByLabel("Поставщик").CheckAsync();
        await visit.Page.GetByLabel("СЭД").CheckAsync();
        await visit.ByTestId("confirm").ClickAsync();
        await Expect(visit.ByTestId("secret")).ToContainTextAsync("mcu_");
        await visit.Button("Сохранил(а)").ClickAsync();

        var row = visit.Page.Locator(".grid tbody tr").Filter(new() { HasText = "Проверка" });
        await row.GetByText("Отозвать").ClickAsync();
        await visit.ByTestId("confirm").ClickAsync();
        await Expect(row).ToContainTextAsync("Отозван");
        await Expect(visit.ByTestId("secret")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task User_Added_GetsALinkThatWorksOnce()
    {
        await using var visit = await console.VisitAsync("/users");

        await visit.ByTestId("add-user").ClickAsync();
        await visit.Page.GetByLabel("Имя для входа").FillAsync("dispatcher");
        await visit.Page.GetByLabel("Имя", new() { Exact = true }).FillAsync("Дежурный");
        await visit.ByTestId("duty").SelectOptionAsync("PosResponsible");
        await visit.Page.GetByLabel("Организация").FillAsync("МЦУ Ставрополя");
        await visit.Page.GetByLabel("Оператор").CheckAsync();
        await visit.ByTestId("confirm").ClickAsync();
        var link = await visit.ByTestId("secret").TextContentAsync();
        await visit.Button("Сохранил(а)").ClickAsync();
        await Expect(visit.Page.Locator(".grid tbody")).ToContainTextAsync("Ждёт первого входа");
        var row = visit.Page.Locator(".grid tbody tr").Filter(new() { HasText = "Дежурный" });
        await Expect(row).ToContainTextAsync("Ответственный за ПОС");
        await Expect(row).ToContainTextAsync("МЦУ Ставрополя");

        await using var other = await console.VisitApartAsync(new Uri(link!).PathAndQuery, signedIn: false);
        await other.Page.Locator("#password").FillAsync("a-long-enough-password");
        await other.Page.Locator("#repeated").FillAsync("a-long-enough-password");
        await other.Page.Locator("button[type=submit]").ClickAsync();
        await Expect(other.Heading("Обзор")).ToBeVisibleAsync();
        await Expect(other.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Пользователи" })).ToHaveCountAsync(0);
    }
}
