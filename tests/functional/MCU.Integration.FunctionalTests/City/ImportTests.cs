using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.City;

/// <summary>The table that people export from the incident system, handed in as a file.</summary>
[Collection(CityCollection.Name)]
public sealed class ImportTests(CityHub hub) : CityTests(hub)
{
    private const string Headings = "№ инцидента;Изменён;Площадка;ID поста;ID комментария;Текст;Группа тем;Тема;Район\r\n";

    [Fact]
    public async Task Table_OfIncidents_MakesOneCaseARowHoweverOftenItComes()
    {
        var table = Headings + "IM-T-1;23.11.2026 12:00;ВКонтакте;-777_1;5;Яма у школы;Дороги;Ямы;Ленинский\r\nIM-T-2;23.11.2026 12:05;VK;-777_1;6;Расписание?;Транспорт;Расписание;Ленинский\r\n";

        var first = await ImportedAsync(table);
        var second = await ImportedAsync(table);

        (first.GetProperty("rows").GetInt32(), first.GetProperty("accepted").GetInt32()).ShouldBe((2, 2));
        (second.GetProperty("accepted").GetInt32(), second.GetProperty("known").GetInt32()).ShouldBe((0, 2));
        (await CaseInAsync("vk:-777_1:5", "answered")).GetProperty("links").EnumerateArray().Count().ShouldBe(2);
        await CaseInAsync("vk:-777_1:6", "routed");
    }

    [Fact]
    public async Task Table_WithBadRows_NamesThemAndTakesTheOthers()
    {
        var report = await ImportedAsync(Headings + "IM-T-3;23.11.2026 12:00;MAX;m-1;;Вопрос;;;\r\n;23.11.2026;MAX;m-2;;Без номера;;;\r\nIM-T-5;23.11.2026;MAX;m-3;;;;;\r\n");

        report.GetProperty("accepted").GetInt32().ShouldBe(1);
        report.GetProperty("refused").EnumerateArray().Select(row => (row.GetProperty("line").GetInt32(), row.GetProperty("reason").GetString()))
            .ShouldBe([(3, "malformed"), (4, "invalid")]);
    }

    [Fact]
    public async Task Table_OfAnUnknownImport_Is404()
    {
        using var admin = Hub.Admin();

        await ShouldBeProblem(await admin.PostAsync("/api/v1/adapters/incident/imports/other", Csv("a\n1\n")), HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Table_WithoutHeadings_Is422()
    {
        using var admin = Hub.Admin();

        await ShouldBeProblem(await admin.PostAsync("/api/v1/adapters/incident/imports/export", Csv(";;\n")), HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task Table_FromAVendorOfAnotherSystem_IsForbidden()
    {
        using var vendor = await Hub.WithRoleAsync("vendor", "sed");

        await ShouldBeProblem(await vendor.PostAsync("/api/v1/adapters/incident/imports/export", Csv(Headings)), HttpStatusCode.Forbidden, "forbidden");
    }

    private async Task<JsonElement> ImportedAsync(string table)
    {
        using var admin = Hub.Admin();
        using var answer = await admin.PostAsync("/api/v1/adapters/incident/imports/export", Csv(table));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await JsonOf(answer);
    }

    private static HttpContent Csv(string text) =>
        new ByteArrayContent([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
}
