using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Mocks.City;
using MCU.Integration.Pipeline.Ledger;

namespace MCU.Integration.CrashTests.Judging;

/// <summary>A judge that sees nothing would let every hub pass.</summary>
public sealed class JudgeTests
{
    private static readonly Expectation First = Expectation.LoadAll()[0];

    private static readonly CityLogEntry Callback = new(1, DateTimeOffset.UnixEpoch, "sed", "sed.callback", "card", 202, "ev-1", null);

    [Fact]
    public void CityJudge_AsExpected_SaysNothing() => CityJudge.Judge([First], State(cards: 1, "NEW", "COORDINATION", "IN_PROGRESS", "ANSWERED")).ShouldBeEmpty();

    [Fact]
    public void CityJudge_SecondCard_SaysSo() =>
        CityJudge.Judge([First], State(cards: 2, "NEW", "COORDINATION", "IN_PROGRESS", "ANSWERED")).ShouldContain("001: 2 cards in the СЭД, expected 1");

    [Fact]
    public void CityJudge_OlderStatusOverNewer_SaysSo() =>
        CityJudge.Judge([First], State(cards: 1, "NEW", "COORDINATION", "IN_PROGRESS", "ANSWERED", "IN_PROGRESS")).ShouldContain(problem => problem.Contains("history", StringComparison.Ordinal));

    [Fact]
    public void CaseJudge_NoCase_SaysSo() => CaseJudge.Judge([First], []).ShouldBe(["001: 0 cases"]);

    [Fact]
    public void JudgeIntake_TakenWebhookIsMissing_SaysLost()
    {
        var handedOver = LedgerJudge.HandedOver([], [], [Callback]);

        LedgerJudge.JudgeIntake(handedOver, [], [First]).ShouldBe(["lost: sed.card.status ev-1"]);
    }

    [Fact]
    public void JudgeIntake_RefusedWebhookIsMissing_SaysNothing()
    {
        var handedOver = LedgerJudge.HandedOver([], [], [Callback with { Status = 503 }]);

        LedgerJudge.JudgeIntake(handedOver, [], [First]).ShouldBeEmpty();
    }

    [Fact]
    public void JudgeIntake_TakenTwice_SaysSo()
    {
        var message = JsonElement.Parse("""{"type":"sed.card.status","dedupKey":"ev-1","state":"processed"}""");

        LedgerJudge.JudgeIntake(LedgerJudge.HandedOver([], [], [Callback]), [message, message], [First]).ShouldBe(["2 times in the hub: sed.card.status ev-1"]);
    }

    [Fact]
    public void JudgeIntake_UnexpectedDead_SaysSo()
    {
        var message = JsonElement.Parse("""{"type":"sed.card.status","dedupKey":"ev-1","state":"dead","reason":"no_route"}""");

        LedgerJudge.JudgeIntake(LedgerJudge.HandedOver([], [], [Callback]), [message], [First]).ShouldBe(["sed.card.status ev-1 is dead (no_route)"]);
    }

    [Fact]
    public void JudgeFigures_LedgerCountsOther_SaysSo()
    {
        var line = new LedgerLine("sed", Received: 2, 0, 2, 2, 0, 0, 1, Delivered: 1, 0, 0, 0, 0, 0);

        LedgerJudge.JudgeFigures([line], LedgerJudge.HandedOver([], [], [Callback]), [Callback])
            .ShouldBe(["the ledger has no line for pos", "ledger of sed: received 2, the system handed over 1", "ledger of sed: delivered 1, the system answered 0"]);
    }

    /// <summary>The city after the first sample, made from what it expects.</summary>
    private static JsonElement State(int cards, params string[] history)
    {
        var sed = First.Sed!.Value;
        var card = new JsonObject
        {
            ["externalRef"] = $"pos:{First.MessageId}",
            ["files"] = new JsonArray([.. Enumerable.Range(0, sed.GetProperty("files").GetInt32()).Select(index => JsonValue.Create(index))]),
            ["notes"] = new JsonArray([.. sed.GetProperty("notes").EnumerateArray().Select(kind => new JsonObject { ["kind"] = kind.GetString() })]),
            ["round"] = sed.GetProperty("reopenings").GetInt32(),
            ["redirections"] = sed.TryGetProperty("redirections", out var redirections) ? redirections.GetInt32() : 0,
            ["executor"] = sed.TryGetProperty("executor", out var executor) ? new JsonObject { ["key"] = executor.GetString() } : null,
            ["status"] = sed.GetProperty("final").GetString(),
        };
        var message = new JsonObject
        {
            ["id"] = First.MessageId,
            ["status"] = First.Pos.GetProperty("final").GetString(),
            ["history"] = new JsonArray([.. history.Select(status => JsonValue.Create(status))]),
            ["resultType"] = First.Pos.GetProperty("resultType").GetString(),
            ["answerFiles"] = JsonNode.Parse(First.Pos.GetProperty("answerFiles").GetRawText()),
        };
        return JsonSerializer.SerializeToElement(new JsonObject
        {
            ["pos"] = new JsonObject { ["messages"] = new JsonArray(message) },
            ["sed"] = new JsonObject { ["cards"] = new JsonArray([.. Enumerable.Range(0, cards).Select(_ => card.DeepClone())]) },
        });
    }
}
