using System.Text.Json;
using MCU.Integration.Mapping.Schemas;
using MCU.Integration.Pipeline.Activities;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Work;
using UuidV7Source = MCU.Integration.Domain.Ids.UuidV7Source;

namespace MCU.Integration.Pipeline.Content;

/// <summary>What use cases and loops ask of the active set of the moment: adapters, masks, and what a stored message would start now.</summary>
public sealed class ActiveSetViews(ActiveSets sets, UuidV7Source ids, TimeProvider time) : IAdapterSource, IBodyMask, IMessageRouting
{
    private const string Submission = "hub.submission";
    private const string Status = "hub.status";

    public IReadOnlyList<AdapterDescription> All => sets.Current.Adapters.All;

    public byte[] Mask(MessageRow message, BodyPart part, ReadOnlyMemory<byte> body)
    {
        var document = JsonElement.Parse(body.Span);
        return PiiMasker.MaskDocument(document, SchemaOf(message, part, document));
    }

    public byte[] Mask(string schema, ReadOnlyMemory<byte> body) =>
        PiiMasker.MaskDocument(JsonElement.Parse(body.Span), sets.Current.Documents.Schemas.GetValueOrDefault(schema));

    public IReadOnlyList<NewWorkItem> ItemsFor(MessageRow message)
    {
        var now = time.GetUtcNow();
        return
        [
            .. sets.Current.Triggers.Find(MessageReceived.HashOf(message.Adapter, message.DocumentType)).Select(trigger =>
                new NewWorkItem(ids.Next<WorkItemId>(), WorkKind.ProcessMessage, message.OrderKey, now, now)
                {
                    MessageId = message.Id,
                    DefinitionVersionId = trigger.DefinitionVersionId,
                    TriggerActivityId = trigger.ActivityId,
                }),
        ];
    }

    // A canonical document names no type of its own; only a status report has a status.
    private CompiledSchema? SchemaOf(MessageRow message, BodyPart part, JsonElement document)
    {
        var set = sets.Current;
        var key = part == BodyPart.Canonical
            ? document.ValueKind == JsonValueKind.Object && document.TryGetProperty("kind", out _) ? Submission : Status
            : set.Adapters.TryGet(message.Adapter, out var adapter) && adapter.Documents.TryGetValue(message.DocumentType, out var description) ? description.Schema : "";
        return set.Documents.Schemas.GetValueOrDefault(key);
    }
}
