using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace MCU.Integration.BrowserTests;

/// <summary>One hub with a living city, one browser, one signed-in admin; shared by all tests, which therefore leave things as they found them.</summary>
public sealed class ConsoleFixture : IAsyncLifetime
{
    /// <summary>The mock city lives faster, so that the tests need not wait for it.</summary>
    private const double Pace = 0.2;

    private RunningHub? _hub;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _session;
    private IBrowserContext? _shared;

    internal RunningHub Hub => _hub ?? throw new InvalidOperationException("The hub was not started.");

    public async ValueTask InitializeAsync()
    {
        if (Chromium.IsMissing)
        {
            await System.Console.Error.WriteLineAsync(Chromium.MissingReason);
            return;
        }

        Assertions.SetDefaultExpectTimeout(Visit.Timeout);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
        _hub = await RunningHub.StartAsync(Pace, CancellationToken.None);
        _session = await SignInAsync();
    }

    /// <summary>A page of the admin; it fails the test that reports errors in the browser's console or asks another host for anything.</summary>
    internal async Task<Visit> VisitAsync(string path, int width = 1440, int height = 900)
    {
        // What one page has fetched and compiled need not be fetched and compiled for the next.
        _shared ??= await NewContextAsync(signedIn: true);
        return await Visit.OpenAsync(_shared, Hub.Address, path, width, height);
    }

    /// <summary>The same with cookies and settings of its own, for whoever changes them.</summary>
    internal async Task<Visit> VisitApartAsync(string path, int width = 1440, int height = 900, bool signedIn = true)
    {
        var context = await NewContextAsync(signedIn);
        return await Visit.OpenAsync(context, Hub.Address, path, width, height, context);
    }

    /// <summary>A page of somebody who was added with a role.</summary>
    internal async Task<Visit> VisitAsAsync(string role, string path)
    {
        const string password = "somebody-with-a-role";
        Assert.SkipWhen(Chromium.IsMissing, Chromium.MissingReason);
        using var added = await Hub.Api.PostAsJsonAsync("users", new { name = $"browser-{role}", roles = new[] { role } });
        added.EnsureSuccessStatusCode();
        var link = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("link").GetString()!;
        var visit = await VisitApartAsync(link, signedIn: false);
        await visit.Page.GetByLabel("Придумайте пароль").FillAsync(password);
        await visit.Page.GetByLabel("Повторите пароль").FillAsync(password);
        await visit.Page.Locator("button[type=submit]").ClickAsync();
        await visit.Page.WaitForURLAsync(url => !url.Contains("welcome", StringComparison.Ordinal));
        await visit.GoAsync(path);
        return visit;
    }

    /// <summary>Asks the API until the answer is what is waited for.</summary>
    internal async Task<JsonElement> EventuallyAsync(string path, Func<JsonElement, bool> holds)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        do
        {
            using var answer = JsonDocument.Parse(await Hub.Api.GetStringAsync(path, timeout.Token));
            if (holds(answer.RootElement))
            {
                return answer.RootElement.Clone();
            }
        }
        while (await timer.WaitForNextTickAsync(timeout.Token));
        throw new TimeoutException(path);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_hub is not null)
        {
            await _hub.DisposeAsync();
        }
    }

    private Task<IBrowserContext> NewContextAsync(bool signedIn)
    {
        Assert.SkipWhen(Chromium.IsMissing, Chromium.MissingReason);
        return _browser!.NewContextAsync(new() { BaseURL = Hub.Address.ToString(), StorageState = signedIn ? _session : null, Locale = "ru-RU" });
    }

    private async Task<string> SignInAsync()
    {
        await using var context = await _browser!.NewContextAsync(new() { BaseURL = Hub.Address.ToString() });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.GetByLabel("Имя пользователя").FillAsync("admin");
        await page.GetByLabel("Пароль").FillAsync(RunningHub.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Обзор" }).WaitForAsync();
        return await context.StorageStateAsync();
    }
}
