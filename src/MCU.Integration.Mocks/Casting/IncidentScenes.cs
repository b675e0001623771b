using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.Casting;

/// <summary>Publications from social networks: told by webhook, exported as a table, or both.</summary>
internal sealed class IncidentScenes(CastRandom random)
{
    private static readonly string[] Districts = [.. CastWords.Streets.Keys];
    private static readonly (string Key, string Name)[] Platforms = [("vk", "ВКонтакте"), ("ok", "Одноклассники"), ("telegram", "Telegram"), ("max", "MAX")];

    private int _number;

    public IEnumerable<JsonObject> Make()
    {
        for (var turn = 0; turn < 11; turn++)
        {
            yield return Worked(CastWords.Themes[turn % 3], null);
            yield return Worked(CastWords.Themes[3 + (turn % 3)], null);
            yield return Danger();
            yield return Left(CastWords.Themes[6 + (turn % 3)], null);
            yield return Returned();
            yield return Ended("merged", new JsonObject { ["merged_into"] = "IM-C-001" }, "duplicate");
            yield return Ended("not_required", new JsonObject { ["reason_code"] = "abusive" }, "rejected");
            yield return Worked(CastWords.Themes[turn % 6], turn % 2 == 0 ? "csv" : "xlsx");
            yield return Left(CastWords.Themes[6 + (turn % 3)], turn % 2 == 0 ? "csv" : "xlsx");
            yield return Worked(CastWords.Themes[turn % 6], turn % 2 == 0 ? "xlsx" : "csv", alsoTold: true);
        }
    }

    // Roads get an order, waste and housing a card; the author is answered and the incident closes.
    private JsonObject Worked(CastWords.Theme theme, string? table, bool alsoTold = false) => Scene(
        theme, random.Of(theme.Texts) + random.Of(CastWords.UglyTails), table, alsoTold, [[Closed()]],
        expected => expected with { Status = "closed", Outcome = theme.Category == "1" ? "done" : "explained", Links = ["incident", theme.Category == "1" ? "roads" : "sed"] });

    private JsonObject Danger() => Scene(
        CastWords.Themes[6], "Во дворе открытый люк, рядом дети", null, false, [[Closed()]],
        expected => expected with { Status = "closed", Outcome = "done", Priority = "emergency", Profile = "incident-emergency", Links = ["incident", "edds"] });

    private JsonObject Left(CastWords.Theme theme, string? table) => Scene(theme, random.Of(theme.Texts), table, false, null, expected => expected);

    // The author is not content: the order goes back and is done again.
    private JsonObject Returned() => Scene(
        CastWords.Themes[1],
        random.Of(CastWords.Themes[1].Texts),
        null,
        false,
        [[new JsonObject { ["to"] = "returned", ["after"] = 1, ["on"] = "answer", ["fields"] = new JsonObject { ["comment"] = "Ничего не изменилось." } }, Closed()]],
        expected => expected with { Status = "closed", Outcome = "done", Round = 1, Links = ["incident", "roads"] });

    private JsonObject Ended(string status, JsonObject fields, string outcome) => Scene(
        CastWords.Themes[7], "Автобус опять не пришёл", null, false, [[new JsonObject { ["to"] = status, ["after"] = 1, ["on"] = "status", ["fields"] = fields }]],
        expected => expected with { Status = "closed", Outcome = outcome });

    private static JsonObject Closed() => new() { ["to"] = "closed", ["after"] = 1, ["on"] = "answer" };

    private JsonObject Scene(CastWords.Theme theme, string text, string? table, bool alsoTold, JsonNode[][]? rounds, Func<ExpectedCase, ExpectedCase> expect)
    {
        var number = ++_number;
        var (platform, platformName) = random.Of(Platforms);
        var (post, comment) = ($"-9100{number:d4}", number % 3 == 0 ? null : $"{100 + number}");
        var district = random.Of(Districts);
        var day = 1 + random.Below(60);
        var clock = $"{8 + random.Below(12):d2}:{random.Below(60):d2}";
        var address = $"{random.Of(CastWords.Streets[district])}, {1 + random.Below(120)}";
        var key = $"{platform}:{post}:{comment ?? "-"}";
        var scene = new JsonObject
        {
            ["id"] = key,
            ["document"] = "incident.card",
            ["body"] = new JsonObject
            {
                ["incident_id"] = $"IM-C-{number:d3}",
                ["revision"] = 1,
                ["changed_at"] = $"{{day-{day}}}T{clock}:00+03:00",
                ["status"] = "new",
                ["platform"] = platform,
                ["post"] = new JsonObject
                {
                    ["external_id"] = post,
                    ["comment_external_id"] = comment,
                    ["url"] = null,
                    ["published_at"] = $"{{day-{day}}}T{clock}:00+03:00",
                    ["deleted"] = false,
                },
                ["author"] = new JsonObject { ["external_id"] = $"author-{number}", ["display_name"] = $"Житель {random.Of(CastWords.LastNames)}", ["profile_url"] = null, ["can_reply"] = true },
                ["text"] = text,
                ["theme_group"] = theme.Group,
                ["theme"] = theme.Name,
                ["tags"] = new JsonArray(),
                ["tone"] = "negative",
                ["reach"] = random.Below(5000),
                ["territory"] = new JsonObject { ["oktmo"] = table is null ? "07701000" : null, ["district"] = district, ["address_text"] = address },
                ["merged_from"] = new JsonArray(),
                ["detected_at"] = $"{{day-{day}}}T{clock}:00+03:00",
            },
        };
        if (rounds is not null)
        {
            scene["life"] = new JsonObject { ["rounds"] = new JsonArray([.. rounds.Select(steps => new JsonArray(steps))]) };
        }

        if (table is not null)
        {
            scene["told"] = alsoTold;
            scene["table"] = table;
            scene["row"] = new JsonObject
            {
                ["№ инцидента"] = $"IM-C-{number:d3}",
                ["Изменён"] = table == "csv" ? $"{{date-{day}}} {clock}" : $"{{day-{day}}}T{clock}:00",
                ["Обнаружен"] = table == "csv" ? $"{{date-{day}}} {clock}" : $"{{day-{day}}}T{clock}:00",
                ["Площадка"] = platformName,
                ["ID поста"] = post,
                ["ID комментария"] = comment,
                ["Автор"] = $"Житель {number}",
                ["Текст"] = text,
                ["Группа тем"] = theme.Group,
                ["Тема"] = theme.Name,
                ["Район"] = district,
                ["Адрес"] = address,
            };
        }

        var expected = expect(new(
            key, "incident", "none", "routed", null, theme.Body, theme.Unit, theme.Pace == "accelerated" ? "incident-accelerated" : "incident", "incident")
        {
            Category = theme.Category,
            Subcategory = theme.Subcategory,
            District = district,
            Oktmo = "07701000",
            Day = day,
            Source = "incident",
        });
        scene["expected"] = new JsonObject { ["final"] = FinalOf(expected, rounds), ["cases"] = new JsonArray(expected.ToJson()) };
        return scene;
    }

    private static string? FinalOf(ExpectedCase expected, JsonNode[][]? rounds) =>
        expected.Status == "closed" ? rounds![^1][^1]["to"]!.ToString() : null;
}
