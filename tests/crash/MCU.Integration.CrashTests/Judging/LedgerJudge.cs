using System.Text.Json;
using MCU.Integration.Mocks.City;
using MCU.Integration.Pipeline.Ledger;

namespace MCU.Integration.CrashTests.Judging;

/// <summary>
/// What the outside systems handed over is in the hub, each document once; what the hub says it delivered is what they got; and the ledger adds up, equals the rows
/// and holds nothing dead that was not meant to die.
/// </summary>
internal static class LedgerJudge
{
    private static readonly string[] Writes = ["sed.create", "sed.note", "sed.redirect", "sed.reopen", "pos.accept", "pos.status", "pos.clarification", "pos.interim", "pos.answer", "pos.redirect"];

    /// <summary>Documents that the outside systems know to have handed over: <c>type key</c>.</summary>
    public static IReadOnlySet<string> HandedOver(IEnumerable<JsonElement> messages, IEnumerable<JsonElement> events, IEnumerable<CityLogEntry> log) =>
        messages.Select(message => $"pos.message {message.GetProperty("message_id").GetString()}:{message.GetProperty("revision").GetInt32()}")
            .Concat(events.Select(item => $"pos.event {item.GetProperty("event_id").GetString()}"))
            .Concat(log.Where(entry => entry is { Action: "sed.callback", Status: >= 200 and < 300 }).Select(entry => $"sed.card.status {entry.Key}"))
            .ToHashSet();

    public static IEnumerable<string> JudgeIntake(IReadOnlySet<string> handedOver, IEnumerable<JsonElement> inbound, IReadOnlyList<Expectation> expectations)
    {
        var inHub = inbound.Select(message => (
            Key: $"{message.GetProperty("type").GetString()} {message.GetProperty("dedupKey").GetString()}",
            State: message.GetProperty("state").GetString()!,
            Reason: message.TryGetProperty("reason", out var reason) ? reason.GetString() : null)).ToList();
        var kept = inHub.Select(message => message.Key).ToLookup(key => key);
        foreach (var key in handedOver.Where(key => !kept.Contains(key)).Order(StringComparer.Ordinal))
        {
            yield return $"lost: {key}";
        }

        foreach (var group in kept.Where(group => group.Count() > 1 || !handedOver.Contains(group.Key)))
        {
            yield return $"{group.Count()} times in the hub: {group.Key}";
        }

        var meantToDie = expectations.Where(expectation => expectation.Case is null).Select(expectation => expectation.MessageId).ToList();
        foreach (var (key, state, reason) in inHub.Where(message => message.State != "processed"))
        {
            if (state != "dead" || !meantToDie.Exists(id => key.StartsWith($"pos.message {id}:", StringComparison.Ordinal)))
            {
                yield return $"{key} is {state} ({reason})";
            }
        }
    }

    public static IEnumerable<string> JudgeFigures(IReadOnlyList<LedgerLine> lines, IReadOnlySet<string> handedOver, IReadOnlyList<CityLogEntry> log)
    {
        foreach (var adapter in new[] { "pos", "sed" })
        {
            if (lines.FirstOrDefault(line => line.Adapter == adapter) is not { } line)
            {
                yield return $"the ledger has no line for {adapter}";
                continue;
            }

            var received = handedOver.Count(key => key.StartsWith($"{adapter}.", StringComparison.Ordinal));
            var answered = log.Where(entry => entry.System == adapter && Writes.Contains(entry.Action) && entry.Status is (>= 200 and < 300) or 409).Select(entry => entry.Key).Distinct().Count();
            foreach (var problem in Judge(line, received, answered))
            {
                yield return $"ledger of {adapter}: {problem}";
            }
        }
    }

    private static IEnumerable<string> Judge(LedgerLine line, int received, int answered)
    {
        if (line.Received != received)
        {
            yield return $"received {line.Received}, the system handed over {received}";
        }

        if (line.Delivered != answered)
        {
            yield return $"delivered {line.Delivered}, the system answered {answered}";
        }

        if (line.Received != line.Rejected + line.Accepted
            || line.Accepted != line.Processed + line.Waiting + line.Dead
            || line.DeliveriesCreated != line.Delivered + line.Refused + line.Superseded + line.DeliveriesWaiting + line.Held + line.DeliveriesDead)
        {
            yield return $"does not add up: {line}";
        }

        if (line.Waiting + line.DeliveriesWaiting + line.Refused + line.Held + line.DeliveriesDead > 0)
        {
            yield return $"not everything was delivered: {line}";
        }
    }
}
