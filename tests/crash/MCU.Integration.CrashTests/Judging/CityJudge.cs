using System.Text.Json;

namespace MCU.Integration.CrashTests.Judging;

/// <summary>The outside systems are as they must be: never a second card, each status once and in order, files and notes each once.</summary>
internal static class CityJudge
{
    public static IEnumerable<string> Judge(IReadOnlyList<Expectation> expectations, JsonElement state)
    {
        var messages = state.GetProperty("pos").GetProperty("messages").EnumerateArray().ToDictionary(message => message.GetProperty("id").GetString()!);
        var cards = state.GetProperty("sed").GetProperty("cards").EnumerateArray()
            .ToLookup(card => card.GetProperty("externalRef").GetString()!.Split(':', 2)[1]);
        foreach (var expectation in expectations)
        {
            var own = cards[expectation.MessageId].ToList();
            if (own.Count != expectation.Cards)
            {
                yield return $"{expectation.Sample}: {own.Count} cards in the СЭД, expected {expectation.Cards}";
            }

            foreach (var difference in own.Take(1).SelectMany(card => Expectation.Differences($"{expectation.Sample}: card", expectation.Sed!.Value, CardView(card))))
            {
                yield return difference;
            }

            if (!messages.TryGetValue(expectation.MessageId, out var message))
            {
                yield return $"{expectation.Sample}: the ПОС never showed the message";
                continue;
            }

            foreach (var difference in Expectation.Differences($"{expectation.Sample}: ПОС", expectation.Pos, MessageView(message)))
            {
                yield return difference;
            }
        }
    }

    private static Dictionary<string, object?> CardView(JsonElement card) => new()
    {
        ["files"] = card.GetProperty("files").GetArrayLength(),
        ["notes"] = card.GetProperty("notes").EnumerateArray().Select(note => note.GetProperty("kind").GetString()).ToList(),
        ["reopenings"] = card.GetProperty("round").GetInt32(),
        ["redirections"] = card.GetProperty("redirections").GetInt32(),
        ["executor"] = card.GetProperty("executor") is { ValueKind: JsonValueKind.Object } executor ? executor.GetProperty("key").GetString() : null,
        ["final"] = card.GetProperty("status").GetString(),
    };

    private static Dictionary<string, object?> MessageView(JsonElement message) => new()
    {
        ["final"] = message.GetProperty("status").GetString(),
        ["history"] = message.GetProperty("history"),
        ["resultType"] = message.GetProperty("resultType"),
        ["answerFiles"] = message.GetProperty("answerFiles"),
    };
}
