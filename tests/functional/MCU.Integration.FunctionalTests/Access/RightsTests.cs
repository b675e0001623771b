using System.Net;
using System.Net.Http.Json;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.Access;

/// <summary>What each role may and may not do.</summary>
public abstract class RightsTests(HubHost hub) : HubTests(hub)
{
    [Theory]
    [InlineData("auditor", "/api/v1/audit", HttpStatusCode.OK)]
    [InlineData("auditor", "/api/v1/messages", HttpStatusCode.OK)]
    [InlineData("auditor", "/api/v1/users", HttpStatusCode.Forbidden)]
    [InlineData("auditor", "/api/v1/adapters/pos/settings", HttpStatusCode.Forbidden)]
    [InlineData("engineer", "/api/v1/content", HttpStatusCode.OK)]
    [InlineData("engineer", "/api/v1/adapters/pos/settings", HttpStatusCode.OK)]
    [InlineData("engineer", "/api/v1/audit", HttpStatusCode.Forbidden)]
    [InlineData("engineer", "/api/v1/keys", HttpStatusCode.Forbidden)]
    [InlineData("operator", "/api/v1/cases", HttpStatusCode.OK)]
    [InlineData("operator", "/api/v1/cases/counts", HttpStatusCode.OK)]
    [InlineData("operator", "/api/v1/cases/changes", HttpStatusCode.OK)]
    [InlineData("operator", "/api/v1/adapters/pos/settings", HttpStatusCode.Forbidden)]
    [InlineData("admin", "/api/v1/users", HttpStatusCode.OK)]
    public async Task Get_ByRole_AnswersAsItsRightsSay(string role, string path, HttpStatusCode expected)
    {
        using var client = await Hub.WithRoleAsync(role);

        (await client.GetAsync(path)).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Vendor_SeesOnlyItsOwnAdapters()
    {
        using var admin = Hub.Admin();
        using var sent = await admin.PostAsync(Documents.CardStatus, Documents.Json(Documents.NewCardStatus()));
        using var ofSed = await Hub.WithRoleAsync("vendor", "sed");
        using var ofPos = await Hub.WithRoleAsync("vendor", "pos");

        (await ofSed.GetAsync(sent.Headers.Location)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ofPos.GetAsync(sent.Headers.Location)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ofPos.GetAsync("/api/v1/messages?adapter=sed")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await JsonOf(await ofPos.GetAsync("/api/v1/messages?size=500"))).GetProperty("items").EnumerateArray()
            .ShouldAllBe(message => message.GetProperty("adapter").GetString() == "pos");
        (await JsonOf(await ofPos.GetAsync("/api/v1/adapters"))).EnumerateArray().Select(adapter => adapter.GetProperty("key").GetString()).ShouldBe(["pos"]);
        (await JsonOf(await ofPos.GetAsync("/api/v1/ledger"))).GetProperty("adapters").EnumerateArray().ShouldAllBe(line => line.GetProperty("adapter").GetString() == "pos");
        (await ofPos.GetAsync("/api/v1/cases")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Body_IsMaskedUnlessAskedForByWhoMay_AndThatIsAudited()
    {
        using var admin = Hub.Admin();
        var document = Documents.NewCardStatus();
        document["comment"] = "звонил Иванов";
        using var sent = await admin.PostAsync(Documents.CardStatus, Documents.Json(document));
        var body = $"{sent.Headers.Location}/body";
        using var engineer = await Hub.WithRoleAsync("engineer");

        (await engineer.GetStringAsync(body)).ShouldNotContain("Иванов");
        (await engineer.GetAsync($"{body}?unmasked=true")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await JsonOf(await admin.GetAsync($"{body}?unmasked=true"))).GetProperty("comment").GetString().ShouldBe("звонил Иванов");

        var audit = await JsonOf(await admin.GetAsync("/api/v1/audit?action=message.unmask"));
        audit.GetProperty("items")[0].GetProperty("target").GetString().ShouldBe($"message:{sent.Headers.Location!.OriginalString.Split('/')[^1]}");
    }

    [Fact]
    public async Task Key_Revoked_IsRefusedAtOnce()
    {
        using var admin = Hub.Admin();
        var secret = await Hub.NewKeyAsync("auditor");
        using var client = Hub.With(secret);
        (await client.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var key = (await JsonOf(await admin.GetAsync("/api/v1/keys"))).EnumerateArray().Single(key => key.GetProperty("prefix").GetString() == secret[..12]);

        (await admin.DeleteAsync($"/api/v1/keys/{key.GetProperty("id").GetString()}")).EnsureSuccessStatusCode();

        (await client.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task LastAdmin_CannotBeDisabled()
    {
        using var admin = Hub.Admin();
        var user = (await JsonOf(await admin.GetAsync("/api/v1/users"))).EnumerateArray().Single(user => user.GetProperty("name").GetString() == "admin");

        using var response = await admin.PatchAsJsonAsync($"/api/v1/users/{user.GetProperty("id").GetString()}", new { disabled = true });

        await ShouldBeProblem(response, HttpStatusCode.Conflict, "conflict");
    }

    [Fact]
    public async Task User_DutyAndOrganisation_AreShownChangedAndChecked()
    {
        using var admin = Hub.Admin();
        using var added = await admin.PostAsJsonAsync(
            "/api/v1/users", new { name = $"head-{Guid.CreateVersion7():N}", roles = new[] { "operator" }, duty = "head", organisation = "МЦУ" });
        var user = (await JsonOf(added)).GetProperty("user");
        (user.GetProperty("duty").GetString(), user.GetProperty("organisation").GetString()).ShouldBe(("head", "МЦУ"));
        var address = $"/api/v1/users/{user.GetProperty("id").GetString()}";

        using var changed = await admin.PatchAsJsonAsync(address, new { duty = "curator", organisation = "" });

        var after = await JsonOf(changed);
        (after.GetProperty("duty").GetString(), after.GetProperty("organisation").GetString()).ShouldBe(("curator", ""));
        using var wrong = await admin.PatchAsJsonAsync(address, new { organisation = new string('ы', 201) });
        PointersOf(await ShouldBeProblem(wrong, HttpStatusCode.UnprocessableEntity, "invalid")).ShouldBe(["/organisation"]);
    }

    [Fact]
    public async Task Settings_Secrets_GoInAndNeverComeOut()
    {
        using var admin = Hub.Admin();

        using var changed = await admin.PatchAsJsonAsync("/api/v1/adapters/pos/settings", new { baseUrl = "http://pos.invalid/", clientSecret = "s3cret" });

        var text = await changed.Content.ReadAsStringAsync();
        changed.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        text.ShouldContain("http://pos.invalid/");
        text.ShouldContain("clientSecret");
        text.ShouldNotContain("s3cret");
        using var wrong = await admin.PatchAsJsonAsync("/api/v1/adapters/pos/settings", new { baseUrl = "ftp://x", what = "?" });
        PointersOf(await ShouldBeProblem(wrong, HttpStatusCode.UnprocessableEntity, "invalid")).ShouldBe(["/baseUrl", "/what"]);
    }
}
