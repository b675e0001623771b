using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.Casting;

/// <summary>Requests of the regional centre: the material is prepared in the document flow and goes back.</summary>
internal sealed class RegionScenes(CastRandom random)
{
    private static readonly (string Topic, string Question)[] Requests =
    [
        ("Готовность к зиме", "Сколько котельных готово к отопительному сезону?"),
        ("Дороги", "Сколько обращений о ямах закрыто за месяц?"),
        ("Отходы", "Какие площадки не имеют ограждения?"),
        ("Транспорт", "Сколько машин вышло на линию?"),
    ];

    public IEnumerable<JsonObject> Make()
    {
        for (var number = 1; number <= 24; number++)
        {
            var (topic, question) = random.Of(Requests);
            var day = 1 + random.Below(60);
            var id = $"RQ-C-{number:d3}";
            yield return new()
            {
                ["id"] = id,
                ["document"] = "region.request",
                ["body"] = new JsonObject
                {
                    ["request_id"] = id,
                    ["revision"] = 1,
                    ["changed_at"] = $"{{day-{day}}}T10:00:00+03:00",
                    ["sent_at"] = $"{{day-{day}}}T10:00:00+03:00",
                    ["topic"] = topic,
                    ["question"] = question,
                    ["due_date"] = "2031-01-20",
                    ["urgent"] = number % 5 == 0,
                    ["oktmo"] = "07701000",
                },
                ["life"] = new JsonObject { ["rounds"] = new JsonArray(new JsonArray(new JsonObject { ["to"] = "closed", ["after"] = 1, ["on"] = "answer" })) },
                ["expected"] = new JsonObject
                {
                    ["final"] = "closed",
                    ["cases"] = new JsonArray(new ExpectedCase(id, "report", "none", "closed", "explained", "administration", "coordinator", "region-request", "regional-cur", "sed")
                    {
                        Oktmo = "07701000",
                        Day = day,
                        Source = "regional-cur",
                    }.ToJson()),
                },
            };
        }
    }
}
