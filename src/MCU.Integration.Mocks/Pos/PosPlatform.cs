using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MCU.Integration.Mocks.City;
using MCU.Integration.Mocks.Http;
using MCU.Integration.Mocks.Samples;

namespace MCU.Integration.Mocks.Pos;

/// <summary>The memory of the ПОС mock: messages, their feeds and what the receiving organisation may do with them.</summary>
internal sealed class PosPlatform(CityRun city, SampleSet samples)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, PosRecord> _records = [];
    private readonly Dictionary<string, string> _attachments = [];
    private readonly Dictionary<string, string> _files = [];
    private readonly Dictionary<string, (string Fingerprint, Reply Reply)> _replies = [];
    private readonly EventFeed _messages = new(city.Epoch);
    private readonly EventFeed _events = new(city.Epoch);

    /// <summary>Lets the applicant react; called with the lock held, must only plan.</summary>
    public Action<PosRecord>? Entered { get; set; }

    public Reply Messages(Call call)
    {
        lock (_lock)
        {
            return _messages.Read_NeedsLock(call);
        }
    }

    public Reply Events(Call call)
    {
        lock (_lock)
        {
            return _events.Read_NeedsLock(call);
        }
    }

    public Reply Attachment(string id)
    {
        lock (_lock)
        {
            return _attachments.TryGetValue(id, out var file) && samples.FileContent(file) is { } content
                ? Reply.File(content, SampleSet.MediaTypeOf(file))
                : Reply.Problem(404, "attachment_gone", "The applicant's file is no longer kept.");
        }
    }

    /// <summary>Puts a message into the feed, once more if it was there already.</summary>
    public void Publish(JsonObject message, SampleLife life, int? revision)
    {
        lock (_lock)
        {
            var id = message.Text("message_id")!;
            if (!_records.TryGetValue(id, out var record))
            {
                _records[id] = record = new PosRecord(id, life);
                foreach (var (attachment, file) in life.Files ?? new Dictionary<string, string>())
                {
                    _attachments[attachment] = file;
                }
            }

            var shown = message.DeepClone().AsObject();
            var number = revision ?? (record.Revision == 0 ? 1 : record.Revision + 1);
            record.Revision = Math.Max(record.Revision, number);
            shown["revision"] = number;
            _messages.Append(shown);
        }
    }

    public async Task<Reply> UploadAsync(Call call)
    {
        var upload = await Upload.ReadAsync(call, city.Clock.Stopping);
        if (upload is null || upload.Content.Length == 0)
        {
            return Reply.Problem(422, "file_missing", "A file is expected.");
        }

        return Once(call, "pos.file", null, () =>
        {
            var id = $"file-{city.Epoch}-{_files.Count + 1}";
            _files[id] = upload.Name;
            return Reply.Created(new JsonObject { ["file_id"] = id, ["size"] = upload.Content.Length, ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(upload.Content)) });
        });
    }

    /// <param name="to">The status that the request leads to; null when it is not to be had from the body.</param>
    /// <param name="check">What the body lacks; null when it is good.</param>
    public Reply Move(Call call, string action, string? to, Func<JsonObject, string?> check)
    {
        var id = call.Path[3];
        return Once(call, action, id, () =>
        {
            if (!_records.TryGetValue(id, out var record))
            {
                return Reply.Problem(404, "message_unknown", "There is no such message.");
            }

            if (call.Body is not { } body || to is null || check(body) is not null)
            {
                return Reply.Problem(422, "body_invalid", call.Body is { } some && to is not null ? check(some)! : "The body is not what this method takes.");
            }

            if (!PosTransitions.Allows(record.Status, to))
            {
                return record.Status == to
                    ? Reply.Conflict("already_in_status", new JsonObject { ["message_id"] = id, ["revision"] = record.Revision })
                    : Reply.Problem(409, "transition_refused", $"A message in {record.Status} cannot become {to}.");
            }

            Apply_NeedsLock(record, to, body);
            return Reply.Ok(new JsonObject { ["message_id"] = id, ["revision"] = record.Revision, ["status"] = record.Status });
        });
    }

    /// <summary>The applicant does something; false when the message is past it.</summary>
    public bool Applicant(string id, string type, string? to, JsonObject fields)
    {
        lock (_lock)
        {
            var record = _records[id];
            var from = record.Status;
            switch (type)
            {
                case "CLARIFIED" when from != "CLARIFICATION":
                case "REOPENED" when from != "ANSWERED":
                    return false;
                case "CLARIFIED":
                    to = record.StatusBefore;
                    break;
                case "REOPENED":
                    record.Round++;
                    break;
                case "RATED":
                    record.Score = fields["evaluation"]?["score"]?.GetValue<int>() ?? 0;
                    break;
            }

            Enter_NeedsLock(record, type, to ?? from, null, fields);
            return true;
        }
    }

    public bool HasUploaded(string fileId) => _files.ContainsKey(fileId);

    public JsonArray State()
    {
        lock (_lock)
        {
            return new JsonArray([.. _records.Values.OrderBy(record => record.Id, StringComparer.Ordinal).Select(record => record.ToState())]);
        }
    }

    private void Apply_NeedsLock(PosRecord record, string to, JsonObject body)
    {
        if (to == "ANSWERED")
        {
            record.ResultType = body.Text("result_type");
            record.AnswerFiles.AddRange((body["answer_files"] as JsonArray ?? []).Select(file => _files[file!.ToString()]));
        }

        Enter_NeedsLock(record, "STATUS_CHANGED", to, body.Text("origin_id"), []);
    }

    private void Enter_NeedsLock(PosRecord record, string type, string to, string? origin, JsonObject fields)
    {
        var from = record.Status;
        if (to == "CLARIFICATION")
        {
            record.StatusBefore = from == "COORDINATION" ? "COORDINATION" : "IN_PROGRESS";
        }

        record.Status = to;
        record.Revision++;
        if (type != "RATED")
        {
            record.History.Add(to);
        }

        if (origin is null || city.Options.PosEchoes)
        {
            var item = new JsonObject
            {
                ["event_id"] = $"ev-{city.Epoch}-{_events.Count + 1}",
                ["type"] = type,
                ["message_id"] = record.Id,
                ["revision"] = record.Revision,
                ["from"] = from,
                ["to"] = to,
                ["reopen_round"] = record.Round,
                ["origin_id"] = origin,
                ["actor"] = new JsonObject { ["system"] = origin is null ? "pos" : "hub" },
                ["changed_at"] = city.Now(),
            };
            JsonText.Merge(item, fields);
            _events.Append(item);
        }

        Entered?.Invoke(record);
    }

    /// <summary>Answers a repeated key with the first answer; a key with another body is refused (Idempotency-Key draft).</summary>
    private Reply Once(Call call, string action, string? reference, Func<Reply> act)
    {
        lock (_lock)
        {
            var key = call.IdempotencyKey;
            var fingerprint = Convert.ToHexString(SHA256.HashData(call.Bytes));
            Reply reply;
            if (key is not null && _replies.TryGetValue($"{action}:{reference}:{key}", out var stored))
            {
                // A multipart body has another boundary on each try, so files are told by the key alone.
                reply = action == "pos.file" || stored.Fingerprint == fingerprint ? stored.Reply : Reply.Problem(422, "key_reused", "This Idempotency-Key came with another body before.");
                city.Log.Add("pos", action, reference, reply.Status, key, new JsonObject { ["repeated"] = true });
                return reply;
            }

            reply = act();
            if (key is not null && reply.Status < 300)
            {
                _replies[$"{action}:{reference}:{key}"] = (fingerprint, reply);
            }

            city.Log.Add("pos", action, reference, reply.Status, key, new JsonObject { ["to"] = reference is not null && _records.TryGetValue(reference, out var record) ? record.Status : null });
            return reply;
        }
    }
}
