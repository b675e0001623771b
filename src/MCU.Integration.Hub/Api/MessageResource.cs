using System.Text.Json;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Hub.Api;

/// <summary>A message as the API shows it.</summary>
/// <param name="Reason">Why it was rejected or is dead: a stable code.</param>
/// <param name="Errors">What was wrong with the document.</param>
/// <param name="CaseIds">Cases that it concerns.</param>
/// <param name="Size">Bytes of the raw body.</param>
/// <param name="ActiveSet">Content that it was taken in under.</param>
internal sealed record MessageResource(
    MessageId Id,
    string Adapter,
    MessageDirection Direction,
    string Type,
    MessageState State,
    string DedupKey,
    string? OrderKey,
    string? Revision,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? OccurredAt,
    DateTimeOffset? FinishedAt,
    string? Reason,
    string? Detail,
    IReadOnlyList<Problem>? Errors,
    IReadOnlyList<CaseId> CaseIds,
    int Size,
    long ActiveSet,
    string? TraceParent)
{
    public static MessageResource Of(MessageRow row)
    {
        var errors = ErrorsIn(row.Detail);
        return new(
            row.Id, row.Adapter, row.Direction, row.DocumentType, row.State, row.DedupKey, row.OrderKey, row.Revision, row.ReceivedAt, row.OccurredAt,
            row.FinishedAt, row.ReasonCode, errors is null ? row.Detail : null, errors, row.CaseIds, row.Size, row.ActiveSetId, row.TraceParent);
    }

    /// <summary>The detail is a JSON array of problems, or text that a failure left.</summary>
    private static Problem[]? ErrorsIn(string? detail)
    {
        if (detail is not ['[', ..])
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Problem[]>(detail, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
