using System.Text.Json;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Adapters.Tests.Stand;

/// <summary>Makes documents that are to be delivered.</summary>
public static class Outbound
{
    public static DeliveryRow Row(string operation, string adapter = "sed", int attempts = 1) => new(
        new(Guid.CreateVersion7()),
        adapter,
        operation,
        "lane",
        DeliveryState.Waiting,
        new(Guid.CreateVersion7()),
        "document",
        new CaseId(Guid.CreateVersion7()),
        null,
        "instance-1",
        "hash-1",
        null,
        attempts,
        DateTimeOffset.UnixEpoch,
        DateTimeOffset.UnixEpoch,
        null,
        null,
        null,
        null);

    public static OutboundDocument Document(string operation, string body, bool lastOutcomeUnknown = false, params StepRecord[] done)
    {
        var row = Row(operation);
        return new(row, row.Id.ToString(), JsonElement.Parse(body), row.CaseId, done, lastOutcomeUnknown);
    }
}
