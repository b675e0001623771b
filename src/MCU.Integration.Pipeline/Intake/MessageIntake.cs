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

    /// <summary>Dedup and order keys are indexed; a longer one is no key, and PostgreSQL could not index it.</summary>
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
        _writer = new(store.AcceptAsync, batching.Value.Writers, batching.Value);
    }

    public async Task<IntakeResult> AcceptAsync(IntakeRequest request, CancellationToken cancellation)
    {
        for (var routing = 0; routing <= MaxRoutings; routing++)
        {
            var set = _sets.Current;
            var (refused, acceptance) = Prepare(request, set);
            if (acceptance is null)
            {
                return refused!;
            }

            var stored = await _writer.WriteAsync(acceptance, cancellation);
            if (stored.Kind == AcceptanceKind.KeyReused && request.Source != IntakeSource.Push)
            {
                refused = IntakeResult.Of(IntakeResultKind.KeyReused);
                acceptance = Buried(request, set, [KeyReused(stored.MessageId)]);
                stored = await _writer.WriteAsync(acceptance, cancellation);
            }

            if (stored.Kind != AcceptanceKind.ActiveSetChanged)
            {
                return ResultOf(stored, acceptance, refused);
            }

            await _sets.RefreshAsync(cancellation);
        }

        // Nothing was stored: whoever sent it must not believe that it was.
        throw new ContentUnsettledException();
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
            return Unreadable(request, set, [.. parsed.Problems.Select(problem => new Problem(problem.Pointer, problem.Code, Placed(problem)))]);
        }

        var document = parsed.Document.RootElement;
        var dedupKey = request.DedupKey ?? KeyOf(document, description);
        var orderKey = description.OrderKey?.Evaluate(document) is { } order && TextOf(order) is { } text ? $"{request.Adapter}:{text}" : null;
        var problems = CheckKeys(description, dedupKey, orderKey);
        return problems.Count > 0 ? Unreadable(request, set, problems) : Route(request, set, description, document, dedupKey!, orderKey);
    }

    private static List<Problem> CheckKeys(DocumentDescription description, string? dedupKey, string? orderKey)
    {
        var problems = new List<Problem>();
        var place = description.DedupKeyParts is [var first, ..] ? first.Text : "";
        if (dedupKey is null)
        {
            problems.Add(new(place, "intake.key_missing", "The document has no value where its key is expected."));
        }
        else if (dedupKey.Length > MaxKeyLength)
        {
            problems.Add(new(place, "intake.key_too_long", $"A key has at most {MaxKeyLength} characters."));
        }

        if (orderKey?.Length > MaxKeyLength)
        {
            problems.Add(new(description.OrderKey!.Text, "intake.key_too_long", $"An order key has at most {MaxKeyLength} characters."));
        }

        return problems;
    }

    // A push is answered. A document that was fetched has nobody to answer and will not come again: it is kept, dead, for people to see.
    private (IntakeResult Refused, Acceptance? Acceptance) Unreadable(IntakeRequest request, ActiveSet set, IReadOnlyList<Problem> problems) =>
        (new(IntakeResultKind.Malformed, null, problems), request.Source == IntakeSource.Push ? null : Buried(request, set, problems));

    /// <summary>A message that is dead from the start. Its content is its key, so that fetching it again keeps it once.</summary>
    private Acceptance Buried(IntakeRequest request, ActiveSet set, IReadOnlyList<Problem> problems)
    {
        var message = NewMessage(request, set, MessageState.Dead, $"content:{HashOf(request)}") with
        {
            ReasonCode = problems[0].Code,
            Detail = JsonSerializer.Serialize(problems, JsonSerializerOptions.Web),
        };
        return new(message, [], []) { PublishedSetId = set.PublishedId, Watermark = request.Watermark };
    }

    private (IntakeResult? Refused, Acceptance? Acceptance) Route(
        IntakeRequest request, ActiveSet set, DocumentDescription description, JsonElement document, string dedupKey, string? orderKey)
    {
        var problems = description.Validation == ValidationMode.Sync ? set.Validate(request.Adapter, request.DocumentType, document) : [];
        var state = problems.Count == 0 ? MessageState.Waiting : request.Source == IntakeSource.Push ? MessageState.Rejected : MessageState.Dead;
        var message = NewMessage(request, set, state, dedupKey) with
        {
            OrderKey = orderKey,
            Revision = description.Revision?.Evaluate(document) is { } revision ? TextOf(revision) : null,
            OccurredAt = description.OccurredAt?.Evaluate(document) is { ValueKind: JsonValueKind.String } at && at.TryGetDateTimeOffset(out var instant) ? instant : null,
            ReasonCode = problems.Count == 0 ? null : "schema_violation",
            Detail = problems.Count == 0 ? null : JsonSerializer.Serialize(problems, JsonSerializerOptions.Web),
        };
        if (problems.Count > 0)
        {
            return (new(IntakeResultKind.Invalid, null, problems), new(message, [], []) { PublishedSetId = set.PublishedId, Watermark = request.Watermark });
        }

        var hash = MessageReceived.HashOf(request.Adapter, request.DocumentType);
        var items = set.Triggers.Find(hash).Select(trigger => new NewWorkItem(_ids.Next<WorkItemId>(), WorkKind.ProcessMessage, message.OrderKey, message.ReceivedAt, message.ReceivedAt)
        {
            MessageId = message.Id,
            DefinitionVersionId = trigger.DefinitionVersionId,
            TriggerActivityId = trigger.ActivityId,
        }).ToList();
        return (null, new(message with { OpenItems = items.Count }, items, [hash]) { PublishedSetId = set.PublishedId, Watermark = request.Watermark });
    }

    private NewMessage NewMessage(IntakeRequest request, ActiveSet set, MessageState state, string dedupKey)
    {
        var id = _ids.Next<MessageId>();
        return new(
            id,
            request.Adapter,
            MessageDirection.In,
            request.DocumentType,
            state,
            dedupKey,
            HashOf(request),
            _time.GetUtcNow(),
            _sealer.Seal(SealedPlace.Body(id, BodyPart.Raw), request.Body.Span),
            request.Body.Length,
            set.Id)
        {
            TraceParent = request.TraceParent,
        };
    }

    private static string HashOf(IntakeRequest request) => Convert.ToHexStringLower(SHA256.HashData(request.Body.Span));

    private static Problem KeyReused(MessageId earlier) =>
        new("", "intake.key_reused", $"A message with the same key and other content was taken in before: {earlier}.");

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

    private static string Placed(JsonProblem problem) =>
        problem.Line > 0 ? $"{problem.Message} (line {problem.Line}, column {problem.Column})" : problem.Message;
}
