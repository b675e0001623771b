using System.Text.Json.Nodes;
using MCU.Integration.Mocks.City;
using MCU.Integration.Mocks.Http;
using MCU.Integration.Mocks.Samples;

namespace MCU.Integration.Mocks.Sed;

/// <summary>The memory of the СЭД mock. It takes no notice of idempotency headers: a second POST makes a second card.</summary>
internal sealed class SedRegistry(CityRun city, Func<string, SedScript?> scriptOf)
{
    private static readonly SedScript DefaultScript = new(null, null,
    [
        [
            new SedStep("registered"),
            new SedStep("in_execution"),
            new SedStep("executed", 3, null, new JsonObject
            {
                ["answer_text"] = "Ваше сообщение рассмотрено, разъяснения даны.",
                ["outcome"] = new JsonObject { ["sstu"] = "Explained", ["actions_taken"] = false },
            }),
        ],
    ]);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, SedCard> _cards = [];
    private readonly Dictionary<string, string> _answerFiles = [];

    /// <summary>A card was made, or something came that its life may wait for. Called with the lock held, must only plan.</summary>
    public Action<SedCard>? Changed { get; set; }

    /// <summary>The hub reopened a card; called with the lock held. The text is the hub's origin id.</summary>
    public Action<SedCard, string?>? Reopened { get; set; }

    public Reply Create(Call call)
    {
        if (call.Body is not { } document || document["external_refs"] is not JsonArray { Count: > 0 } || string.IsNullOrWhiteSpace(document.Text("annotation")))
        {
            city.Log.Add("sed", "sed.create", null, 422, call.IdempotencyKey);
            return Reply.Problem(422, "card_invalid", "A card needs external_refs and an annotation.");
        }

        lock (_lock)
        {
            var first = document["external_refs"]![0]!.AsObject();
            var reference = $"{first["system"]}:{first["id"]}";
            var id = $"{city.Epoch:x12}-{_cards.Count + 1:x6}";
            var card = new SedCard(city, id, reference, document, first.Text("id") is { } message && scriptOf(message) is { } script ? script : DefaultScript);
            _cards[id] = card;
            city.Log.Add("sed", "sed.create", id, 201, call.IdempotencyKey, new JsonObject { ["ref"] = reference });
            Changed?.Invoke(card);
            return Reply.Created(card.ToView());
        }
    }

    public Reply Probe(Call call)
    {
        var reference = call.Query("external_ref");
        if (string.IsNullOrEmpty(reference))
        {
            return Reply.Problem(400, "external_ref_missing", "external_ref=system:id is required.");
        }

        lock (_lock)
        {
            var found = _cards.Values.Where(card => card.Refers(reference)).Select(card => (JsonNode)card.ToView()).ToArray();
            city.Log.Add("sed", "sed.probe", found.Length > 0 ? found[0].AsObject().Text("card_id") : null, 200, null, new JsonObject { ["ref"] = reference, ["found"] = found.Length });
            return Reply.Ok(new JsonObject { ["items"] = new JsonArray(found), ["total"] = found.Length });
        }
    }

    public Reply Get(Call call) => WithCard(call, card => Reply.Ok(card.ToView()));

    public async Task<Reply> UploadAsync(Call call)
    {
        var upload = await Upload.ReadAsync(call, city.Clock.Stopping);
        return WithCard(call, card =>
        {
            if (upload is null || upload.Content.Length == 0)
            {
                return Reply.Problem(422, "file_missing", "A file is expected.");
            }

            // A file with the same ref replaces the earlier one: an upload may be repeated.
            var reference = call.Query("ref") ?? $"{card.Files.Count + 1}";
            card.Files[reference] = upload.Name;
            city.Log.Add("sed", "sed.file", card.Id, 201, call.IdempotencyKey, new JsonObject { ["size"] = upload.Content.Length, ["ref"] = reference });
            return Reply.Created(new JsonObject { ["file_id"] = $"{card.Id}:{reference}" });
        });
    }

    public Reply Note(Call call) => WithCard(call, card =>
    {
        if (call.Body is not { } note || string.IsNullOrWhiteSpace(note.Text("kind")))
        {
            return Reply.Problem(422, "note_invalid", "A note needs a kind.");
        }

        if (note.Text("ref") is { } reference && card.Notes.FindIndex(other => other.Text("ref") == reference) is >= 0 and var earlier)
        {
            city.Log.Add("sed", "sed.note", card.Id, 409, call.IdempotencyKey, new JsonObject { ["kind"] = note.Text("kind") });
            return Reply.Conflict("note_exists", new JsonObject { ["note_id"] = $"{card.Id}-{earlier + 1}", ["revision"] = card.Revision });
        }

        card.Notes.Add(note);
        city.Log.Add("sed", "sed.note", card.Id, 201, call.IdempotencyKey, new JsonObject { ["kind"] = note.Text("kind") });
        card.Heard = true;
        Changed?.Invoke(card);
        return Reply.Created(new JsonObject { ["note_id"] = $"{card.Id}-{card.Notes.Count}", ["revision"] = card.Revision });
    });

    public Reply Reopen(Call call) => WithCard(call, card =>
    {
        var reference = call.Body.Text("ref");
        if (reference is not null && card.Reopenings.Contains(reference))
        {
            city.Log.Add("sed", "sed.reopen", card.Id, 409, call.IdempotencyKey);
            return Reply.Conflict("reopened_already", new JsonObject { ["revision"] = card.Revision });
        }

        if (card.Status is not ("executed" or "off_control" or "filed"))
        {
            city.Log.Add("sed", "sed.reopen", card.Id, 409, call.IdempotencyKey);
            return Reply.Problem(409, "not_executed", $"A card that is {card.Status} cannot be reopened.");
        }

        if (reference is not null)
        {
            card.Reopenings.Add(reference);
        }

        city.Log.Add("sed", "sed.reopen", card.Id, 200, call.IdempotencyKey);
        Reopened?.Invoke(card, call.Body.Text("origin_id"));
        return Reply.Ok(card.ToView());
    });

    public Reply AnswerFile(Call call, SampleSet samples)
    {
        lock (_lock)
        {
            return _answerFiles.TryGetValue(call.Path[1], out var name) && samples.FileContent(name) is { } content
                ? Reply.File(content, SampleSet.MediaTypeOf(name))
                : Reply.Problem(404, "file_unknown", "There is no such file.");
        }
    }

    /// <summary>Remembers a file that an event is about to name; returns its id.</summary>
    public string Offer_NeedsLock(string cardId, string name)
    {
        var id = $"{cardId}-{_answerFiles.Count + 1}";
        _answerFiles[id] = name;
        return id;
    }

    public void Locked(Action action)
    {
        lock (_lock)
        {
            action();
        }
    }

    public JsonArray State()
    {
        lock (_lock)
        {
            return new JsonArray([.. _cards.Values.Select(card => card.ToState())]);
        }
    }

    private Reply WithCard(Call call, Func<SedCard, Reply> act)
    {
        lock (_lock)
        {
            return _cards.TryGetValue(call.Path[1], out var card) ? act(card) : Reply.Problem(404, "card_unknown", "There is no such card.");
        }
    }
}
