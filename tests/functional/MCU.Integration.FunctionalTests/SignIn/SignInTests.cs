using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.SignIn;

public abstract partial class SignInTests(HubHost hub) : HubTests(hub)
{
    [Fact]
    public async Task SignIn_RightPassword_OpensASession()
    {
        using var browser = Hub.Client(keepsCookies: true);

        using var response = await SignInAsync(browser, "Admin ", HubHost.AdminPassword);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe("/");
        (await JsonOf(await browser.GetAsync("/api/v1/me"))).GetProperty("name").GetString().ShouldBe("admin");
        var cookie = response.Headers.GetValues("Set-Cookie").Single(header => header.StartsWith("hub=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Shouldly.Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Shouldly.Case.Insensitive);
    }

    [Theory]
    [InlineData("admin", "wrong wrong wrong")]
    [InlineData("nobody", HubHost.AdminPassword)]
    public async Task SignIn_WrongNameOrPassword_SaysTheSame(string name, string password)
    {
        using var browser = Hub.Client(keepsCookies: true);

        using var response = await SignInAsync(browser, name, password);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()).ShouldContain("Имя или пароль неверны.");
    }

    [Fact]
    public async Task SignIn_ManyFailures_LocksTheName()
    {
        var (name, password) = await NewUserAsync("operator");
        using var browser = Hub.Client(keepsCookies: true);
        for (var i = 0; i < 5; i++)
        {
            (await SignInAsync(browser, name, "wrong wrong wrong")).Dispose();
        }

        using var response = await SignInAsync(browser, name, password);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()).ShouldContain("Слишком много попыток");
    }

    [Fact]
    public async Task SignIn_WithoutTheFormsToken_IsRefused()
    {
        using var browser = Hub.Client(keepsCookies: true);

        using var response = await browser.PostAsync("/sign-in", Form(("name", "admin"), ("password", HubHost.AdminPassword)));

        await ShouldBeProblem(response, HttpStatusCode.BadRequest, "malformed");
    }

    [Theory]
    [InlineData("/cases?x=1", "/cases?x=1")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("https://elsewhere.example", "/")]
    public async Task SignIn_ReturnAddress_StaysOnThisSite(string asked, string expected)
    {
        using var browser = Hub.Client(keepsCookies: true);

        using var response = await SignInAsync(browser, "admin", HubHost.AdminPassword, asked);

        response.Headers.Location!.OriginalString.ShouldBe(expected);
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        using var browser = Hub.Client(keepsCookies: true);
        (await SignInAsync(browser, "admin", HubHost.AdminPassword)).Dispose();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Content = Form(("__RequestVerificationToken", await TokenAsync(browser, "/sign-in"))) };
        request.Headers.Add("Origin", Hub.Url.GetLeftPart(UriPartial.Authority));

        using var response = await browser.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Welcome_Link_WorksOnce()
    {
        using var admin = Hub.Admin();
        using var added = await admin.PostAsJsonAsync("/api/v1/users", new { name = NewName(), roles = new[] { "operator" } });
        var link = (await JsonOf(added)).GetProperty("link").GetString()!;
        using var browser = Hub.Client(keepsCookies: true);
        using var otherBrowser = Hub.Client(keepsCookies: true);

        using var first = await WelcomeAsync(browser, link, "a password of mine");
        using var second = await WelcomeAsync(otherBrowser, link, "another password");

        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        second.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Welcome_ShortPassword_KeepsTheLinkUsable()
    {
        using var admin = Hub.Admin();
        using var added = await admin.PostAsJsonAsync("/api/v1/users", new { name = NewName(), roles = new[] { "operator" } });
        var link = (await JsonOf(added)).GetProperty("link").GetString()!;
        using var browser = Hub.Client(keepsCookies: true);

        using var tooShort = await WelcomeAsync(browser, link, "short");
        using var good = await WelcomeAsync(browser, link, "a password of mine");

        tooShort.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        good.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Session_OfAUserWhoWasDisabled_Ends()
    {
        var (name, password) = await NewUserAsync("operator");
        using var browser = Hub.Client(keepsCookies: true);
        (await SignInAsync(browser, name, password)).Dispose();
        (await browser.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var admin = Hub.Admin();
        var user = (await JsonOf(await admin.GetAsync("/api/v1/users"))).EnumerateArray().Single(user => user.GetProperty("name").GetString() == name);

        (await admin.PatchAsJsonAsync($"/api/v1/users/{user.GetProperty("id").GetString()}", new { disabled = true })).EnsureSuccessStatusCode();

        (await browser.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("https://elsewhere.example", null, HttpStatusCode.Forbidden)]
    [InlineData(null, "cross-site", HttpStatusCode.Forbidden)]
    [InlineData(null, null, HttpStatusCode.Forbidden)]
    [InlineData("own", null, HttpStatusCode.OK)]
    [InlineData(null, "same-origin", HttpStatusCode.OK)]
    public async Task Write_WithASession_HasToComeFromThisSite(string? origin, string? site, HttpStatusCode expected)
    {
        using var browser = Hub.Client(keepsCookies: true);
        (await SignInAsync(browser, "admin", HubHost.AdminPassword)).Dispose();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/adapters/pos/resume");
        request.Headers.TryAddWithoutValidation("Origin", origin == "own" ? Hub.Url.GetLeftPart(UriPartial.Authority) : origin);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);

        using var response = await browser.SendAsync(request);

        response.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Page_Anonymous_LeadsToTheForm()
    {
        using var browser = Hub.Client();
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        using var response = await browser.GetAsync("/api/");

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.PathAndQuery.ShouldBe("/sign-in?returnTo=%2Fapi%2F");
    }

    private static string NewName() => $"user-{Guid.NewGuid():N}";

    private async Task<(string Name, string Password)> NewUserAsync(string role)
    {
        var (name, password) = (NewName(), "a password of mine");
        using var admin = Hub.Admin();
        using var added = await admin.PostAsJsonAsync("/api/v1/users", new { name, roles = new[] { role } });
        using var browser = Hub.Client(keepsCookies: true);
        (await WelcomeAsync(browser, (await JsonOf(added)).GetProperty("link").GetString()!, password)).Dispose();
        return (name, password);
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string name, string password, string? returnTo = null) =>
        await browser.PostAsync("/sign-in", Form(("__RequestVerificationToken", await TokenAsync(browser, "/sign-in")), ("name", name), ("password", password), ("returnTo", returnTo ?? "")));

    private static async Task<HttpResponseMessage> WelcomeAsync(HttpClient browser, string link, string password) =>
        await browser.PostAsync("/welcome", Form(("__RequestVerificationToken", await TokenAsync(browser, link)), ("token", link[(link.IndexOf('=') + 1)..]), ("password", password), ("repeated", password)));

    private static async Task<string> TokenAsync(HttpClient browser, string page)
    {
        var html = await browser.GetStringAsync(page);
        return TokenField().Match(html).Groups[1].Value;
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
