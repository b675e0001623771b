using System.Text.Json;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>The document <c>hub.status</c>, read.</summary>
/// <param name="Word">As the map made it: a status word, or <c>rated</c>.</param>
/// <param name="Report">Null when the word is no status of a case.</param>
public sealed record CanonicalStatus(
    CanonicalSource Source,
    string Word,
    StatusReport? Report,
    string? RegistrationNumber,
    DateTimeOffset? RegisteredAt,
    int? Score,
    int? MaxScore,
    IReadOnlyList<CanonicalAttachment> Attachments,
    JsonElement Document)
{
    public const string Rated = "rated";

    /// <summary>Null when source or status are missing.</summary>
    public static CanonicalStatus? Read(JsonElement document)
    {
        if (CanonicalSource.Read(document) is not { } source || document.Text("status") is not { } word)
        {
            return null;
        }

        return new(
            source,
            word,
            ReadReport(document, word),
            document.Text("number"),
            document.Instant("registeredAt"),
            document.Child("evaluation")?.Integer("score"),
            document.Child("evaluation")?.Integer("max"),
            [.. CanonicalAttachment.ReadAll(document)],
            document);
    }

    private static StatusReport? ReadReport(JsonElement document, string word)
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
            Until = document.Instant("until") ?? document.Instant("dueAt"),
            Target = document.Child("redirectTo")?.Text("id"),
            Reason = document.Text("reason"),
        };
    }
}
