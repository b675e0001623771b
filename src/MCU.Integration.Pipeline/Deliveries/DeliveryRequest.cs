using System.Text.Json;
using MCU.Integration.Domain.Links;
using MCU.Integration.Pipeline.Cases;

namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>What a workflow wants to have sent.</summary>
/// <param name="Map">Map from <c>hub.case</c> to the operation's document.</param>
public sealed record DeliveryRequest(string Adapter, string Operation, string Map)
{
    /// <summary>The <c>hub.status</c> document that is passed on; null when none.</summary>
    public JsonElement? Update { get; init; }

    /// <summary>Files that go with it; null = all files of the case.</summary>
    public IReadOnlyList<CaseFile>? Files { get; init; }

    /// <summary>Status that it carries.</summary>
    public SentMark? Mark { get; init; }

    public string? InstanceId { get; init; }

    /// <summary>An activity waits for the outcome.</summary>
    public bool HasListener { get; init; }
}
