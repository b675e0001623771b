using System.Security.Cryptography;
using System.Text.Json;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;
using MCU.Integration.Pipeline.Activities;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>Makes deliveries: builds what the map reads, maps it, checks the document, and puts the delivery into the change set.</summary>
internal sealed class Outbox(BurstScope scope)
{
    /// <exception cref="ContentException">Adapter, operation or map are unknown, or the map's document does not fit the schema.</exception>
    public async Task<DeliveryId> AddAsync(CaseUnit unit, DeliveryRequest request, CancellationToken cancellation)
    {
        var (adapter, operation) = Find(request);
        var view = await ViewAsync(unit, adapter, operation, request, cancellation);
        var id = scope.Ids.Next<DeliveryId>();
        var lane = adapter.LinkPolicy.Order == LinkOrder.Case ? unit.Id.ToString() : id.ToString();
        return Put(id, unit.Id, lane, adapter, operation, request, view);
    }

    /// <summary>Sends what is about no case.</summary>
    /// <param name="lane">Deliveries of one lane go out one after the other.</param>
    /// <param name="source">Makes the document that the request's map reads, from the id by which the other side tells our own.</param>
    /// <exception cref="ContentException">As above.</exception>
    public DeliveryId Add(string lane, DeliveryRequest request, Func<string, JsonElement> source)
    {
        var (adapter, operation) = Find(request);
        var id = scope.Ids.Next<DeliveryId>();
        return Put(id, null, lane, adapter, operation, request, source($"hub:{id}"));
    }

    private (AdapterDescription Adapter, OperationDescription Operation) Find(DeliveryRequest request)
    {
        var adapter = scope.Set.Adapters.TryGet(request.Adapter, out var found) ? found : throw new ContentException($"There is no adapter '{request.Adapter}'.");
        return adapter.Operations.TryGetValue(request.Operation, out var known)
            ? (adapter, known)
            : throw new ContentException($"The adapter '{adapter.Key}' has no operation '{request.Operation}'.");
    }

    private DeliveryId Put(
        DeliveryId id, CaseId? caseId, string lane, AdapterDescription adapter, OperationDescription operation, DeliveryRequest request, JsonElement source)
    {
        var mapped = scope.Map(request.Map, source, adapter.Key);
        if (!mapped.Succeeded)
        {
            throw new ContentException($"The map '{request.Map}' failed at {PlacesOf(mapped.Problems)}.");
        }

        var bytes = mapped.Utf8;
        Check(adapter, operation, mapped.Document);
        var messageId = scope.Ids.Next<MessageId>();
        var supersedeKey = operation.NewestOnly ? operation.Name : null;
        scope.Changes.Deliveries.Add(new(
            id,
            adapter.Key,
            operation.Name,
            lane,
            new NewMessage(
                messageId,
                adapter.Key,
                MessageDirection.Out,
                operation.DocumentType,
                MessageState.Outbound,
                $"delivery:{id}",
                Convert.ToHexStringLower(SHA256.HashData(bytes.Span)),
                scope.Now,
                scope.Sealer.Seal(SealedPlace.Body(messageId, BodyPart.Raw), bytes.Span),
                bytes.Length,
                scope.Set.Id)
            {
                OrderKey = lane,
                TraceParent = scope.Message?.Row.TraceParent,
            },
            scope.Now,
            scope.Now)
        {
            CaseId = caseId,
            CausedBy = scope.Message?.Row.Id,
            InstanceId = request.InstanceId,
            OutcomeHash = request.HasListener || operation.MakesRecord ? SendToAdapter.HashOf(id.Value) : null,
            Mark = request.Mark,
            SupersedeKey = supersedeKey,
        });
        if (supersedeKey is not null)
        {
            scope.Changes.Supersedes.Add(new(adapter.Key, lane, supersedeKey, id));
        }

        return id;
    }

    private async Task<JsonElement> ViewAsync(CaseUnit unit, AdapterDescription adapter, OperationDescription operation, DeliveryRequest request, CancellationToken cancellation)
    {
        var links = (await scope.LinksOfAsync(unit.Id, cancellation)).Select(link => link.Current).ToList();
        var target = TargetOf(links, adapter.Key, operation.RecordType);
        var view = CaseView.Build(
            unit.Known,
            CanonicalQuestion.ViewOf(await scope.SubmissionAsync(unit.Known.SubmissionId, cancellation), links),
            links,
            adapter.Key,
            target,
            request.Update,
            request.Files ?? await scope.FilesOfAsync(unit.Id, cancellation),
            scope.Set.Rules.ExecutorView(unit.Known.Route));
        return JsonSerializer.SerializeToElement(view);
    }

    private void Check(AdapterDescription adapter, OperationDescription operation, JsonElement document)
    {
        var problems = scope.Set.Validate(adapter.Key, operation.DocumentType, document);
        if (problems.Count > 0)
        {
            throw new ContentException($"The document '{operation.DocumentType}' does not fit its schema at {PlacesOf(problems)}.");
        }
    }

    private static string PlacesOf(IEnumerable<Problem> problems) =>
        string.Join(", ", problems.Select(problem => $"{problem.Pointer} ({problem.Code})"));

    private static Link? TargetOf(IReadOnlyList<Link> links, string adapter, string recordType) =>
        links.LastOrDefault(link => link.Adapter == adapter && link.RecordType == recordType) ?? links.LastOrDefault(link => link.Adapter == adapter);
}
