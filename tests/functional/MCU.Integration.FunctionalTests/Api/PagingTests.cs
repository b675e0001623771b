using System.Net;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.Api;

public abstract class PagingTests(HubHost hub) : HubTests(hub)
{
    [Fact]
    public async Task List_ByPages_ShowsEachRowOnceNewestFirst()
    {
        using var admin = Hub.Admin();
        var sent = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            using var response = await admin.PostAsync(Documents.CardStatus, Documents.Json(Documents.NewCardStatus()));
            sent.Add((await JsonOf(response)).GetProperty("id").GetString()!);
        }

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await JsonOf(await admin.GetAsync($"/api/v1/messages?adapter=sed&size=3{(cursor is null ? "" : $"&cursor={cursor}")}"));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(message => message.GetProperty("id").GetString()!));
            cursor = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (cursor is not null && !sent.All(seen.Contains));

        seen.Distinct().Count().ShouldBe(seen.Count);
        seen.Where(sent.Contains).ShouldBe(Enumerable.Reverse(sent));
    }

    [Theory]
    [InlineData("messages?cursor=nonsense!", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("messages?cursor=AAAA", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("deliveries?cursor=%D1%8F", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("cases?cursor=1", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("audit?cursor=-", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("messages?size=0", HttpStatusCode.UnprocessableEntity, "invalid")]
    [InlineData("cases/changes?size=0", HttpStatusCode.UnprocessableEntity, "invalid")]
    [InlineData("cases/changes?after=-1", HttpStatusCode.UnprocessableEntity, "invalid")]
    [InlineData("cases/changes?after=x", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("messages?size=501", HttpStatusCode.UnprocessableEntity, "invalid")]
    [InlineData("messages?size=many", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("messages?state=odd", HttpStatusCode.UnprocessableEntity, "invalid")]
    [InlineData("messages?caseId=1", HttpStatusCode.UnprocessableEntity, "invalid")]
    [InlineData("messages?from=yesterday", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("cases?overdue=perhaps", HttpStatusCode.BadRequest, "malformed")]
    public async Task List_BadParameter_IsTheCallersError(string query, HttpStatusCode status, string code)
    {
        using var admin = Hub.Admin();

        await ShouldBeProblem(await admin.GetAsync($"/api/v1/{query}"), status, code);
    }
}
