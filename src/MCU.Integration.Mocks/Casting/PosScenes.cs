using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.Casting;

/// <summary>Messages and appeals through ПОС.</summary>
internal sealed class PosScenes(CastRandom random)
{
    private static readonly string[] Districts = [.. CastWords.Streets.Keys];

    private static readonly JsonObject Done = Outcome("Supported", true, "Работы выполнены.");
    private static readonly JsonObject Explained = Outcome("Explained", false, "Работы включены в план следующего года.");

    private int _number;

    public IEnumerable<JsonObject> Make()
    {
        for (var turn = 0; turn < 10; turn++)
        {
            yield return WithCard([Step("registered"), Step("in_execution"), Step("executed", Done)], "answered", "done");
            yield return WithCard([Step("registered"), Step("in_execution"), Step("executed", Explained)], "answered", "explained");
            yield return WithCard([Step("registered"), Step("in_execution"), Step("extended", new() { ["due_at"] = "2031-01-20", ["reason_code"] = "documents" }), Step("executed", Done)], "answered", "done");
            yield return WithCard(
                [Step("registered"), Step("clarification_requested", new() { ["question"] = "Уточните подъезд." }), Step("in_execution", on: "note"), Step("executed", Done)],
                "answered",
                "done",
                reactions: [Reaction("CLARIFICATION", "clarify", "Второй подъезд.")]);
            yield return WithCard([Step("registered"), Step("in_execution"), Step("executed", Done)], "answered", "done", rating: 5, reactions: [Reaction("ANSWERED", "rate", "Спасибо.", 5)]);
            yield return WithCard(
                [Step("registered"), Step("in_execution"), Step("executed", Explained)],
                "answered",
                "done",
                round: 1,
                again: [Step("in_execution"), Step("executed", Done)],
                reactions: [Reaction("ANSWERED", "reopen", "Ничего не сделано.")]);
            yield return WithCard([Step("registered"), Step("in_execution")], "closed", "rejected", final: "WITHDRAWN", reactions: [Reaction("IN_PROGRESS", "withdraw", "Вопрос решён.")]);
            yield return Appeal([Step("registered"), Step("in_execution"), Step("executed", Done)], "answered", "done", "Supported");
            yield return Appeal([Step("registered"), Step("on_review"), Step("executed", Explained), Step("filed")], "closed", "explained", "Explained");
            yield return Snow();
            yield return Danger();
            yield return Alone(CastWords.Waiting[turn % CastWords.Waiting.Count]);
            yield return turn % 2 == 0 ? Corrected() : Nowhere();
        }
    }

    private static JsonObject Outcome(string sstu, bool measures, string text) =>
        new() { ["answer_text"] = text, ["outcome"] = new JsonObject { ["sstu"] = sstu, ["actions_taken"] = measures } };

    private static JsonObject Step(string to, JsonObject? fields = null, string? on = null)
    {
        var step = new JsonObject { ["to"] = to, ["after"] = 1 };
        if (on is not null)
        {
            step["on"] = on;
        }

        if (fields is not null)
        {
            step["fields"] = fields.DeepClone();
        }

        return step;
    }

    private static JsonObject Reaction(string on, string act, string text, int? score = null)
    {
        var reaction = new JsonObject { ["on"] = on, ["after"] = 1, ["do"] = act, ["text"] = text };
        if (score is not null)
        {
            reaction["score"] = score;
        }

        return reaction;
    }

    private JsonObject WithCard(
        JsonObject[] steps, string status, string outcome, int round = 0, JsonObject[]? again = null, JsonObject[]? reactions = null, int? rating = null, string final = "ANSWERED")
    {
        var matter = random.Of(CastWords.Matters);
        var (message, expected) = Message(matter, "message", random.Of(Districts));
        var life = Life(steps, again, reactions);
        return Scene(message, life, expected with { Status = status, Outcome = outcome, Round = round, Rating = rating, Links = ["pos", "sed"] }, final);
    }

    private JsonObject Appeal(JsonObject[] steps, string status, string outcome, string sstu)
    {
        var matter = random.Of([.. CastWords.Matters, .. CastWords.Waiting]);
        var (message, expected) = Message(matter, "appeal_59fz", random.Of(Districts));
        return Scene(message, Life(steps, null, null), expected with { Status = status, Outcome = outcome, Sstu = sstu, Links = ["pos", "sed"] }, "ANSWERED");
    }

    // Snow goes straight to the register of the roads.
    private JsonObject Snow()
    {
        var matter = new CastWords.Matter("1", "Автомобильные дороги", "1.4", "Уборка снега и наледи", null, "roads", "repair", ["Двор не чищен, скорая не проехала.", "Наледь на ступенях перехода."]);
        var (message, expected) = Message(matter, "message", random.Of(Districts));
        return Scene(message, [], expected with { Status = "answered", Outcome = "done", Links = ["pos", "roads"] }, "ANSWERED");
    }

    // Danger to people goes to the duty service.
    private JsonObject Danger()
    {
        var matter = new CastWords.Matter("4", "Благоустройство", "4.2", "Зелёные насаждения", null, "improvement", null, ["Рядом с клумбой открытый люк!", "Люк без крышки у самой дорожки."]);
        var (message, expected) = Message(matter, "message", random.Of(Districts));
        return Scene(message, [], expected with { Status = "answered", Outcome = "done", Priority = "emergency", Links = ["pos", "edds"] }, "ANSWERED");
    }

    private JsonObject Alone(CastWords.Matter matter)
    {
        var (message, expected) = Message(matter, "message", random.Of(Districts));

        // The source does not say the district: the gazetteer finds it by the street.
        message["location"]!["district"] = null;
        message["location"]!["oktmo"] = null;
        return Scene(message, [], expected, "COORDINATION");
    }

    // The applicant adds to the text while the work is on: one case, nothing starts again.
    private JsonObject Corrected()
    {
        var (message, expected) = Message(CastWords.Matters[3], "message", random.Of(Districts));
        var life = Life([Step("registered"), Step("in_execution"), Step("executed", Done)], null, null);
        life["deliveries"] = new JsonArray(
            new JsonObject { ["after"] = 0 }, new JsonObject { ["after"] = 1, ["patch"] = new JsonObject { ["text"] = "Дополняю: баки стоят у второго подъезда." } });
        return Scene(message, life, expected with { Status = "answered", Outcome = "done", Links = ["pos", "sed"] }, "ANSWERED");
    }

    // Without place, category and name: a person has to look at it.
    private JsonObject Nowhere()
    {
        var (message, expected) = Message(CastWords.Waiting[^1], "message", Districts[0]);
        message["location"] = null;
        message["classifier"] = new JsonObject { ["category"] = null, ["subcategory"] = null };
        message["applicant"] = new JsonObject { ["kind"] = "citizen" };
        message["text"] = "   помогите пожалуйста не знаю куда писать   ";
        return Scene(message, [], expected with { Category = null, District = null, Oktmo = null }, "COORDINATION");
    }

    private static JsonObject Life(JsonObject[] steps, JsonObject[]? again, JsonObject[]? reactions)
    {
        var life = new JsonObject { ["sed"] = new JsonObject { ["rounds"] = new JsonArray([new JsonArray([.. steps]), .. again is null ? Array.Empty<JsonNode>() : [new JsonArray([.. again])]]) } };
        if (reactions is not null)
        {
            life["reactions"] = new JsonArray([.. reactions]);
        }

        return life;
    }

    private static JsonObject Scene(JsonObject message, JsonObject life, ExpectedCase expected, string final) =>
        new() { ["message"] = message, ["life"] = life, ["expected"] = new JsonObject { ["final"] = final, ["cases"] = new JsonArray(expected.ToJson()) } };

    private (JsonObject Message, ExpectedCase Expected) Message(CastWords.Matter matter, string regime, string district)
    {
        var id = $"71{++_number:d6}";
        var day = 1 + random.Below(60);
        var received = $"{{day-{day}}}T{6 + random.Below(14):d2}:{random.Below(60):d2}:00+03:00";
        var accelerated = regime == "message" && matter.Fact == "1.2.7";
        var message = new JsonObject
        {
            ["message_id"] = id,
            ["revision"] = 1,
            ["legal_regime"] = regime,
            ["opa_id"] = 100001,
            ["channel"] = random.Of(["app", "epgu", "widget"]),
            ["received_at"] = received,
            ["registered_at"] = null,
            ["registration_number"] = null,
            ["status"] = new JsonObject { ["code"] = "NEW", ["changed_at"] = received },
            ["classifier"] = new JsonObject
            {
                ["category"] = Entry(matter.Category, matter.CategoryName),
                ["subcategory"] = matter.Subcategory is { } sub ? Entry(sub, matter.SubcategoryName!) : null,
                ["fact"] = matter.Fact is { } fact ? Entry(fact, matter.SubcategoryName!) : null,
            },
            ["text"] = random.Of(matter.Texts) + random.Of(CastWords.UglyTails),
            ["attachments"] = new JsonArray(),
            ["location"] = new JsonObject
            {
                ["oktmo"] = "07701000",
                ["address_text"] = $"г. Ставрополь, {random.Of(CastWords.Streets[district])}, {1 + random.Below(180)}",
                ["district"] = district,
                ["precision"] = "house",
            },
            ["applicant"] = new JsonObject
            {
                ["kind"] = "citizen",
                ["last_name"] = random.Of(CastWords.LastNames),
                ["first_name"] = random.Of(CastWords.FirstNames),
                ["email"] = $"applicant{_number}@example.ru",
                ["phone"] = $"+7 900 {_number:d3}-00-{random.Below(100):d2}",
                ["reply_cabinet_id"] = $"cab-{id}",
            },
            ["deadline"] = null,
            ["route"] = new JsonArray(),
            ["previous_message_ids"] = new JsonArray(),
            ["is_repeat"] = false,
            ["evaluation"] = null,
        };
        var expected = new ExpectedCase(
            id,
            regime == "message" ? "report" : "appeal",
            regime,
            "routed",
            null,
            matter.Body,
            matter.Unit,
            regime == "message" ? accelerated ? "message-accelerated" : "message-standard" : "appeal-59fz",
            "pos")
        {
            Category = matter.Category,
            Subcategory = matter.Subcategory,
            District = district,
            Oktmo = "07701000",
            Day = day,
        };
        return (message, expected);

        static JsonObject Entry(string id, string name) => new() { ["id"] = id, ["name"] = name };
    }
}
