using MCU.Integration.Domain.Links;

namespace MCU.Integration.Pipeline.Adapters;

/// <summary>What the pipeline knows of an adapter; the adapters' room derives its manifests from it, so that an active set carries both.</summary>
public record AdapterDescription(
    string Key,
    string Title,
    IReadOnlyDictionary<string, DocumentDescription> Documents,
    IReadOnlyDictionary<string, OperationDescription> Operations,
    IReadOnlyList<StatusPush> Pushes,
    LinkPolicy LinkPolicy,
    DeliveryPolicy DeliveryPolicy);
