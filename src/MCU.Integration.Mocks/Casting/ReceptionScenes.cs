using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.Casting;

/// <summary>Paper and oral appeals that the reception department registers in the СЭД: one to three questions each, an outcome for each question.</summary>
internal sealed class ReceptionScenes(CastRandom random)
{
    private static readonly string[] Districts = [.. CastWords.Streets.Keys];

    private static readonly Question[] Questions =
    [
        new("0005.0005.0056.1160", "Обращение с ТКО", "2", "housing", "waste", ["Не вывозят мусор", "Поставить контейнеры ближе"]),
        new("0005.0005.0056.1153", "Перебои в электроснабжении", "3", "housing", "utilities", ["Вечером пропадает свет", "Скачки напряжения"]),
        new("0001.0002.0027.0147", "Код, которого нет в таблице города", "99", "administration", "coordinator", ["Благодарность сотруднику", "Предложение о названии сквера"]),
    ];

    private static readonly Ending[] Endings =
    [
        new("answered", "done", "Supported", [("executed", "Supported", true)]),
        new("answered", "explained", "Explained", [("executed", "Explained", false)]),
        new("answered", "refused", "NotSupported", [("extended", "", false), ("executed", "NotSupported", false)]),
        new("closed", "done", "Supported", [("answer_signing", "", false), ("executed", "Supported", true), ("filed", "", false)]),
        new("in_progress", null, null, []),
    ];

    private int _number;

    public IEnumerable<JsonObject> Make()
    {
        for (var turn = 0; turn < 40; turn++)
        {
            yield return Scene(1 + (turn % 3));
        }
    }

    private JsonObject Scene(int questions)
    {
        var number = ++_number;
        var card = $"reception-c-{number:d3}";
        var day = 2 + random.Below(60);
        var body = new JsonObject
        {
            ["card_id"] = card,
            ["revision"] = 1,
            ["changed_at"] = $"{{day-{day - 1}}}T09:00:00+03:00",
            ["registration_number"] = $"П-К-{number:d4}",
            ["registration_date"] = $"{{day-{day - 1}}}",
            ["received_date"] = $"{{day-{day}}}",
            ["delivery_kind"] = random.Of(["почта", "лично", "устно"]),
            ["applicant"] = new JsonObject
            {
                ["kind"] = "citizen",
                ["last_name"] = random.Of(CastWords.LastNames),
                ["first_name"] = random.Of(CastWords.FirstNames),
                ["address"] = $"ул. Примерная, {number}",
            },
            ["text"] = "Прошу рассмотреть вопросы моего обращения." + random.Of(CastWords.UglyTails),
            ["sheets"] = 1,
            ["is_repeat"] = false,
            ["previous_card_ids"] = new JsonArray(),
            ["questions"] = new JsonArray(),
        };
        var (steps, cases) = (new JsonArray(), new JsonArray());
        for (var no = 1; no <= questions; no++)
        {
            var (question, ending, district) = (random.Of(Questions), random.Of(Endings), random.Of(Districts));
            body["questions"]!.AsArray().Add(new JsonObject
            {
                ["no"] = no,
                ["code"] = question.Code,
                ["name"] = question.Name,
                ["annotation"] = random.Of(question.Texts),
                ["district"] = district,
                ["address"] = $"{random.Of(CastWords.Streets[district])}, {1 + random.Below(90)}",
            });
            steps.Add(Step("in_execution", no, "", false));
            foreach (var (to, sstu, measures) in ending.Steps)
            {
                steps.Add(Step(to, no, sstu, measures));
            }

            cases.Add(new ExpectedCase($"{card}:{no}", "appeal", "appeal_59fz", ending.Status, ending.Outcome, question.Body, question.Unit, "appeal-59fz", "sed")
            {
                Category = question.Category,
                District = district,
                Oktmo = "07701000",
                Day = day,
                Source = "sed",
                Sstu = ending.Sstu,
            }.ToJson());
        }

        return new()
        {
            ["id"] = card,
            ["document"] = "sed.appeal",
            ["body"] = body,
            ["life"] = new JsonObject { ["rounds"] = new JsonArray(steps) },
            ["expected"] = new JsonObject { ["final"] = null, ["cases"] = cases },
        };
    }

    private static JsonObject Step(string to, int no, string sstu, bool measures)
    {
        var fields = new JsonObject { ["question_no"] = no };
        if (to == "extended")
        {
            fields["due_at"] = "2031-01-20";
        }

        if (sstu.Length > 0)
        {
            fields["outcome"] = new JsonObject { ["sstu"] = sstu, ["actions_taken"] = measures };
            fields["answer_text"] = "Ответ дан.";
        }

        return new() { ["to"] = to, ["after"] = 1, ["fields"] = fields };
    }

    private sealed record Question(string Code, string Name, string Category, string Body, string Unit, string[] Texts);

    private sealed record Ending(string Status, string? Outcome, string? Sstu, (string To, string Sstu, bool Measures)[] Steps);
}
