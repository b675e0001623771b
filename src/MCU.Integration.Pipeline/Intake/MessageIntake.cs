using System.Security.Cryptography;
using System.Text.Json;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Mapping.Json;
using MCU.Integration.Pipeline.Activities;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Batching;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Work;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Pipeline.Intake;

/// <summary>Takes documents in: parse strictly, find the keys that the manifest points at, validate, route, store durably.</summary>
public sealed class MessageIntake : IMessageIntake, IAsyncDisposable
{
    private const int MaxRoutings = 5;

    /// <summary>Keys are indexed; a longer one is no key, and PostgreSQL could not index it.</summary>
    private const int MaxKeyLength = 500;

    private readonly ActiveSets _sets;
    private readonly ISealer _sealer;
    private readonly UuidV7Source _ids;
    private readonly IWakeUp _wakeUp;
    private readonly TimeProvider _time;
    private readonly StrictJsonLimits _limits;
    private readonly GroupWriter<Acceptance, AcceptanceResult> _writer;

    public MessageIntake(
        IIntakeStore store,
        ActiveSets sets,
        ISealer sealer,
        UuidV7Source ids,
        IWakeUp wakeUp,
        TimeProvider time,
        IOptions<IntakeOptions> options,
        IOptions<BatchingOptions> batching)
    {
        _sets = sets;
        _sealer = sealer;
        _ids = ids;
        _wakeUp = wakeUp;
        _time = time;
        _limits = new() { MaxBytes = options.Value.MaxBytes, MaxDepth = options.Value.MaxDepth };
        _writer = new(store.AcceptAsync, batching.Value.Writers, batching.Value.MaxBatch, batching.Value.Capacity);
    }

    public async Task<IntakeResult> AcceptAsync(IntakeRequest request, CancellationToken cancellation)
    {
        for (var routing = 0; ; routing++)
        {
            var set = _sets.Current;
            var (refused, acceptance) = Prepare(request, set);
            if (acceptance is null)
            {
                return refused!;
            }

            var stored = await _writer.WriteAsync(acceptance, cancellation);
            if (stored.Kind != AcceptanceKind.ActiveSetChanged || routing == MaxRoutings)
            {
                return ResultOf(stored, acceptance, refused);
            }

            await _sets.RefreshAsync(cancellation);
        }
    }

    public async Task<IReadOnlyList<IntakeResult>> AcceptManyAsync(IReadOnlyList<IntakeRequest> requests, CancellationToken cancellation)
    {
        // A watermark must not become durable before the documents in front of it.
        var results = new IntakeResult[requests.Count];
        var from = 0;
        for (var i = 0; i < requests.Count; i++)
        {
            if (requests[i].Watermark is not null || i == requests.Count - 1)
            {
                var before = Enumerable.Range(from, i - from).Select(async at => results[at] = await AcceptAsync(requests[at], cancellation));
                await Task.WhenAll(before);
                results[i] = await AcceptAsync(requests[i], cancellation);
                from = i + 1;
            }
        }

        return results;
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private IntakeResult ResultOf(AcceptanceResult stored, Acceptance acceptance, IntakeResult? refused)
    {
        switch (stored.Kind)
        {
            case AcceptanceKind.Duplicate:
                return IntakeResult.Of(IntakeResultKind.Duplicate, stored.MessageId);
            case AcceptanceKind.KeyReused:
                return IntakeResult.Of(IntakeResultKind.KeyReused, stored.MessageId);
            default:
                if (acceptance.Message.State == MessageState.Waiting)
                {
                    _wakeUp.Signal(WakeUpChannel.Work);
                }

                return refused is null ? IntakeResult.Of(IntakeResultKind.Accepted, stored.MessageId) : refused with { MessageId = stored.MessageId };
        }
    }

    /// <summary>What to store, and the answer when it is not simply «accepted».</summary>
    private (IntakeResult? Refused, Acceptance? Acceptance) Prepare(IntakeRequest request, ActiveSet set)
    {
        if (!set.Adapters.TryGet(request.Adapter, out var adapter))
        {
            return (IntakeResult.Of(IntakeResultKind.UnknownAdapter), null);
        }

        if (!adapter.Documents.TryGetValue(request.DocumentType, out var description) || !description.IsInbound)
        {
            return (IntakeResult.Of(IntakeResultKind.UnknownDocumentType), null);
        }

        using var parsed = StrictJson.Parse(request.Body, _limits);
        if (!parsed.Succeeded)
        {
            return (Malformed([.. parsed.Problems.Select(problem => new Problem(problem.Pointer, problem.Code, Placed(problem)))]), null);
        }

        var document = parsed.Document.RootElement;
        return (request.DedupKey ?? KeyOf(document, description)) switch
        {
            null => (Malformed([new(description.DedupKeyParts[0].Text, "intake.key_missing", "The document has no value where its key is expected.")]), null),
            { Length: > MaxKeyLength } => (Malformed([new(description.DedupKeyParts[0].Text, "intake.key_too_long", $"A key has at most {MaxKeyLength} characters.")]), null),
            var dedupKey => Route(request, set, description, document, dedupKey),
        };
    }

    private (IntakeResult? Refused, Acceptance Acceptance) Route(IntakeRequest request, ActiveSet set, DocumentDescription description, JsonElement document, string dedupKey)
    {
        var problems = description.Validation == ValidationMode.Sync ? set.Validate(request.Adapter, request.DocumentType, document) : [];
        var message = new NewMessage(
            _ids.Next<MessageId>(),
            request.Adapter,
            MessageDirection.In,
            request.DocumentType,
            problems.Count == 0 ? MessageState.Waiting : request.Source == IntakeSource.Push ? MessageState.Rejected : MessageState.Dead,
            dedupKey,
            Convert.ToHexStringLower(SHA256.HashData(request.Body.Span)),
            _time.GetUtcNow(),
            _sealer.Seal(SealedClass.Message, request.Body.Span),
            request.Body.Length,
            set.Id)
        {
            OrderKey = description.OrderKey?.Evaluate(document) is { } order ? $"{request.Adapter}:{TextOf(order)}" : null,
            Revision = description.Revision?.Evaluate(document) is { } revision ? TextOf(revision) : null,
            OccurredAt = description.OccurredAt?.Evaluate(document) is { ValueKind: JsonValueKind.String } at && at.TryGetDateTimeOffset(out var instant) ? instant : null,
            ReasonCode = problems.Count == 0 ? null : "schema_violation",
            Detail = problems.Count == 0 ? null : JsonSerializer.Serialize(problems, JsonSerializerOptions.Web),
            TraceParent = request.TraceParent,
        };
        if (problems.Count > 0)
        {
            return (new(IntakeResultKind.Invalid, null, problems), new(message, [], []) { Watermark = request.Watermark });
        }

        var hash = MessageReceived.HashOf(request.Adapter, request.DocumentType);
        var items = set.Triggers.Find(hash).Select(trigger => new NewWorkItem(_ids.Next<WorkItemId>(), WorkKind.ProcessMessage, message.OrderKey, message.ReceivedAt, message.ReceivedAt)
        {
            MessageId = message.Id,
            DefinitionVersionId = trigger.DefinitionVersionId,
            TriggerActivityId = trigger.ActivityId,
        }).ToList();
        return (null, new(message with { OpenItems = items.Count }, items, [hash]) { Watermark = request.Watermark });
    }

    private static string? KeyOf(JsonElement document, DocumentDescription description)
    {
        var parts = new string[description.DedupKeyParts.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            if (description.DedupKeyParts[i].Evaluate(document) is not { } part || TextOf(part) is not { Length: > 0 } text)
            {
                return null;
            }

            parts[i] = text;
        }

        return string.Join(':', parts);
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static IntakeResult Malformed(IReadOnlyList<Problem> problems) => new(IntakeResultKind.Malformed, null, problems);

    private static string Placed(JsonProblem problem) =>
        problem.Line > 0 ? $"{problem.Message} (line {problem.Line}, column {problem.Column})" : problem.Message;
}
