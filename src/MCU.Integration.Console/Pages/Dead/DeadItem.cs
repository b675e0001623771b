using MCU.Integration.Console.Language;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Messages;

namespace MCU.Integration.Console.Pages.Dead;

/// <summary>A message or delivery that was given up.</summary>
/// <param name="Id">Of the message or the delivery.</param>
/// <param name="At">When it was given up.</param>
public sealed record DeadItem(Guid Id, string Title, DateTimeOffset At, IReadOnlyList<CaseId> CaseIds, string? Detail)
{
    public static DeadItem Of(MessageRow row, Names names) =>
        new(row.Id.Value, names.Document(row.Adapter, row.DocumentType), row.FinishedAt ?? row.ReceivedAt, row.CaseIds, row.Detail);

    public static DeadItem Of(DeliveryRow row, Names names) =>
        new(row.Id.Value, names.Operation(row.Adapter, row.Operation), row.FinishedAt ?? row.CreatedAt, row.CaseId is { } caseId ? [caseId] : [], row.Detail);
}
