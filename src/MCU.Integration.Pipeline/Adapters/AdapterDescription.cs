using MCU.Integration.Domain.Links;

namespace MCU.Integration.Pipeline.Adapters;

/// <summary>What the pipeline knows of an adapter; built from its manifest.</summary>
public sealed record AdapterDescription(
    string Key,
    string Title,
    IReadOnlyDictionary<string, DocumentDescription> Documents,
    IReadOnlyDictionary<string, OperationDescription> Operations,
    IReadOnlyList<StatusPush> Pushes,
    LinkPolicy LinkPolicy,
    DeliveryPolicy DeliveryPolicy);
