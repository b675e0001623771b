using System.Text.Json;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>The document <c>hub.status</c>, read.</summary>
/// <param name="Word">The status as the map made it.</param>
/// <param name="Report">Null when the word is none that cases know.</param>
public sealed record CanonicalStatus(
    CanonicalSource Source,
    string Word,
    StatusReport? Report,
    string? RegistrationNumber,
    DateTimeOffset? RegisteredAt,
    IReadOnlyList<CanonicalAttachment> Attachments,
    JsonElement Document)
{
    private const int BestScore = 5;

    /// <summary>Null when source or status are missing.</summary>
    /// <param name="zone">Zone of bare dates: a promised day lasts to its end there.</param>
    public static CanonicalStatus? Read(JsonElement document, TimeZoneInfo zone)
    {
        if (CanonicalSource.Read(document) is not { } source || document.Text("status") is not { } word)
        {
            return null;
        }

        return new(
            source,
            word,
            ReadReport(document, word, zone),
            document.Text("number"),
            document.Instant("registeredAt"),
            [.. CanonicalAttachment.ReadAll(document)],
            document);
    }

    private static StatusReport? ReadReport(JsonElement document, string word, TimeZoneInfo zone)
    {
        if (!EnumWord.TryParse<StatusWord>(word, out var status))
        {
            return null;
        }

        return new()
        {
            Status = status,
            Outcome = EnumWord.TryParse<CaseOutcome>(document.Text("outcome"), out var outcome) ? outcome : null,
            Sstu = EnumWord.TryParse<SstuStatus>(document.Text("sstu"), out var sstu) ? sstu : null,
            ActionsTaken = document.Child("actionsTaken") is { ValueKind: JsonValueKind.True or JsonValueKind.False } taken ? taken.GetBoolean() : null,
            Until = document.Deadline("until", zone) ?? document.Deadline("dueAt", zone),
            Target = document.Child("redirectTo")?.Text("id"),
            Reason = document.Text("reason"),
            Rating = document.Child("evaluation") is { } rating && rating.Integer("score") is { } score ? new(score, rating.Integer("max") ?? BestScore) : null,
        };
    }
}
