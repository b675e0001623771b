using System.Net;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.Api;

/// <summary>Every error is a problem (RFC 9457), also those that no endpoint made.</summary>
public abstract class ProblemTests(HubHost hub) : HubTests(hub)
{
    [Theory]
    [InlineData("GET", "/api/v1/nothing", HttpStatusCode.NotFound, "not_found")]
    [InlineData("GET", "/api/v1/messages/1", HttpStatusCode.NotFound, "not_found")]
    [InlineData("GET", "/api/v1/messages/00000000-0000-0000-0000-000000000001", HttpStatusCode.NotFound, "not_found")]
    [InlineData("GET", "/api/v1/cases/2026-999999", HttpStatusCode.NotFound, "not_found")]
    [InlineData("DELETE", "/api/v1/messages", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    [InlineData("POST", "/api/v1/messages/00000000-0000-0000-0000-000000000001/replay", HttpStatusCode.NotFound, "not_found")]
    [InlineData("POST", "/api/v1/deliveries/00000000-0000-0000-0000-000000000001/send-as-new", HttpStatusCode.NotFound, "not_found")]
    public async Task Request_ThatCannotBeServed_IsAProblem(string method, string path, HttpStatusCode status, string code)
    {
        using var admin = Hub.Admin();

        await ShouldBeProblem(await admin.SendAsync(new(new(method), path)), status, code);
    }

    [Theory]
    [InlineData("{\"name\":\"a\",\"roles\":[\"king\"]}", "/roles/0")]
    [InlineData("{\"name\":\"a\",\"roles\":\"admin\"}", "/roles")]
    [InlineData("{\"name\":\"a\",\"roles\":[],\"color\":1}", "/color")]
    [InlineData("{\"roles\":[]}", "")]
    [InlineData("{\"name\":\"a\",", "")]
    public async Task Body_ThatDoesNotFit_NamesThePlace(string body, string pointer)
    {
        using var admin = Hub.Admin();

        using var response = await admin.PostAsync("/api/v1/users", Documents.Text(body));

        PointersOf(await ShouldBeProblem(response, HttpStatusCode.BadRequest, "malformed")).ShouldBe([pointer]);
    }

    [Fact]
    public async Task Body_OfAnotherMediaType_Is415()
    {
        using var admin = Hub.Admin();

        using var response = await admin.PostAsync("/api/v1/users", Documents.Bytes("name=a"u8.ToArray(), "application/x-www-form-urlencoded"));

        await ShouldBeProblem(response, HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Fact]
    public async Task Import_OfBadContent_PublishesNothingAndNamesEveryError()
    {
        using var admin = Hub.Admin();
        var before = (await JsonOf(await admin.GetAsync("/api/v1/content"))).GetProperty("activeSetId").GetInt64();

        using var response = await admin.PostAsync("/api/v1/content/import", Documents.Text(
            """{"files":[{"path":"mappings/schemas/a.schema.json","content":"{\"type\":\"object\",\"frobnicate\":1}"},{"path":"mappings/schemas/b.schema.json","content":"{"}]}"""));

        (await ShouldBeProblem(response, HttpStatusCode.UnprocessableEntity, "invalid")).GetProperty("errors").GetArrayLength().ShouldBeGreaterThanOrEqualTo(2);
        (await JsonOf(await admin.GetAsync("/api/v1/content"))).GetProperty("activeSetId").GetInt64().ShouldBe(before);
    }
}
