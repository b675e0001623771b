using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MCU.Integration.Mocks.Http;

namespace MCU.Integration.Mocks.Described;

/// <summary>Answers the requests of a described system, by its routes.</summary>
internal sealed class DescribedRoutes(DescribedSystem system)
{
    private readonly Dictionary<string, (string Fingerprint, Reply Reply)> _replies = [];

    public void Route(MockServer server)
    {
        foreach (var route in system.Script.Routes)
        {
            var pattern = $"/{system.Name}{route.Path.Replace("{id}", "*", StringComparison.Ordinal)}";
            server.Route(route.Method, pattern, call => IsSignedIn(call)
                ? AnswerAsync(route, call)
                : Task.FromResult(Reply.Problem(401, "sign_in_failed", "User, password or key is wrong.")));
        }
    }

    private bool IsSignedIn(Call call) => system.Script.SignIn switch
    {
        { Kind: "basic" } => BasicCredentials.Of(call) == (system.City.Options.User, system.City.Options.Password),
        { Kind: "apiKey" } sign => call.Header(sign.Header) == system.City.Options.ApiKey,
        _ => true,
    };

    private async Task<Reply> AnswerAsync(ScriptRoute route, Call call)
    {
        var upload = route.Does == "file" ? await Upload.ReadAsync(call, system.City.Clock.Stopping) : null;
        return system.Locked(() => Once(route, call, () => route.Does switch
        {
            "create" => Create(route, call),
            "find" => Find(route, call),
            "feed" => system.Feed.Read_NeedsLock(call),
            "content" => Content(call),
            "rows" => Rows(route, call),
            "read" => WithRecord(route, call, record => Reply.Ok(Answer(route, record))),
            "move" => WithRecord(route, call, record => Move(route, call, record)),
            "note" => WithRecord(route, call, record => Note(route, call, record)),
            "file" => WithRecord(route, call, record => File(route, call, record, upload)),
            _ => throw new InvalidOperationException($"{system.Name}: a route cannot {route.Does}."),
        }));
    }

    /// <summary>Answers a repeated key with the first answer, where the route honours it; a key with another body is refused.</summary>
    private Reply Once(ScriptRoute route, Call call, Func<Reply> act)
    {
        var key = route.Once && call.IdempotencyKey is { } given ? $"{string.Join('/', call.Path)}:{given}" : null;
        var fingerprint = Convert.ToHexString(SHA256.HashData(call.Bytes));
        if (key is not null && _replies.TryGetValue(key, out var stored))
        {
            // A multipart body has another boundary on each try, so files are told by the key alone.
            return route.Does == "file" || stored.Fingerprint == fingerprint ? stored.Reply : Reply.Problem(422, "key_reused", "This Idempotency-Key came with another body before.");
        }

        var reply = act();
        if (key is not null && reply.Status < 300)
        {
            _replies[key] = (fingerprint, reply);
        }

        return reply;
    }

    private Reply Create(ScriptRoute route, Call call)
    {
        if (call.Body is not { } body || Missing(route, body) is not null)
        {
            return Log(route, call, null, Reply.Problem(422, "invalid", $"{(call.Body is { } given ? Missing(route, given) : "An object")} is required."));
        }

        if (route.Key is { } pointer && ScriptText.At(body, pointer)?.ToString() is { } key
            && system.Records_NeedsLock.FirstOrDefault(other => ScriptText.At(other.Document, pointer)?.ToString() == key) is { } first)
        {
            return Log(route, call, first, Reply.Conflict(route.Again, Answer(route, first)));
        }

        var record = system.Create_NeedsLock(body);
        system.Plan_NeedsLock(record);
        return Log(route, call, record, Reply.Created(Answer(route, record)));
    }

    private Reply Find(ScriptRoute route, Call call)
    {
        var wanted = call.Query(route.Query);
        var found = system.Records_NeedsLock.Where(record => ScriptText.At(record.Document, route.Key ?? "/external_ref")?.ToString() == wanted).Select(record => (JsonNode)Answer(route, record)).ToArray();
        return Log(route, call, null, Reply.Ok(new JsonObject { ["items"] = new JsonArray(found), ["total"] = found.Length }));
    }

    /// <summary>Rows of a table, each under its key: what comes again replaces what is there, unless that is newer.</summary>
    private Reply Rows(ScriptRoute route, Call call)
    {
        if (call.Body is not { } body || Missing(route, body) is not null || body["rows"] is not JsonArray rows)
        {
            return Log(route, call, null, Reply.Problem(422, "invalid", "Rows are required."));
        }

        var counts = new JsonObject { ["added"] = 0, ["replaced"] = 0, ["stale"] = 0 };
        foreach (var row in rows.OfType<JsonObject>())
        {
            var what = system.Put_NeedsLock(ScriptText.At(row, route.Key ?? "/id")?.ToString() ?? "", row.DeepClone().AsObject(), route.Version);
            counts[what] = counts[what]!.GetValue<int>() + 1;
        }

        return Log(route, call, null, Reply.Ok(counts));
    }

    private Reply Move(ScriptRoute route, Call call, DescribedRecord record)
    {
        if (Missing(route, call.Body) is { } missing)
        {
            return Log(route, call, record, Reply.Problem(422, "invalid", $"{missing} is required."));
        }

        if (IsDone(route, call, record))
        {
            return Log(route, call, record, Reply.Conflict(route.Again, Answer(route, record)));
        }

        if (route.From.Count > 0 && !route.From.Contains(record.Status))
        {
            return Log(route, call, record, Reply.Problem(409, "wrong_status", $"The record is {record.Status}."));
        }

        record.Ended |= route.Ends;
        var body = call.Body ?? [];
        var step = new ScriptStep(ScriptText.Text(route.To ?? "", [], body), Fields: ScriptText.Fill(route.Fields, [], body)!.AsObject());
        system.Move_NeedsLock(record, step, body.Text("origin_id"), route.NewRound);
        record.Heard.Add(NameOf(route));
        system.Plan_NeedsLock(record);
        return Log(route, call, record, Reply.Ok(Answer(route, record)));
    }

    private Reply Note(ScriptRoute route, Call call, DescribedRecord record)
    {
        if (Missing(route, call.Body) is { } missing)
        {
            return Log(route, call, record, Reply.Problem(422, "invalid", $"{missing} is required."));
        }

        if (IsDone(route, call, record))
        {
            return Log(route, call, record, Reply.Conflict(route.Again, Answer(route, record)));
        }

        record.Notes.Add(call.Body ?? []);
        record.Heard.Add(NameOf(route));
        system.Plan_NeedsLock(record);
        return Log(route, call, record, Reply.Created(Answer(route, record)));
    }

    private Reply File(ScriptRoute route, Call call, DescribedRecord record, Upload? upload)
    {
        if (upload is null || upload.Content.Length == 0)
        {
            return Log(route, call, record, Reply.Problem(422, "file_missing", "A file is expected."));
        }

        // A file with the same ref replaces the earlier one: an upload may be repeated.
        var reference = call.Query("ref") ?? $"{record.Files.Count + 1}";
        record.Files[reference] = upload.Name;
        record.Heard.Add(NameOf(route));
        return Log(route, call, record, Reply.Created(new JsonObject { ["file_id"] = $"{record.Id}:{reference}" }));
    }

    private Reply Content(Call call) => system.OfferedContent_NeedsLock(call.Path[^1], out var name) is { } content
        ? Reply.File(content, Samples.SampleSet.MediaTypeOf(name))
        : Reply.Problem(404, "file_unknown", "There is no such file.");

    private Reply WithRecord(ScriptRoute route, Call call, Func<DescribedRecord, Reply> act)
    {
        var place = Array.IndexOf(route.Path.Split('/'), "{id}");
        var id = Uri.UnescapeDataString(call.Path[place]);
        return system.Find_NeedsLock(id) is { } record ? act(record) : Log(route, call, null, Reply.Problem(404, "unknown", "There is no such record."));
    }

    private static bool IsDone(ScriptRoute route, Call call, DescribedRecord record) =>
        route.Key is { } pointer && ScriptText.At(call.Body, pointer)?.ToString() is { } key && !record.Done.Add((NameOf(route), key));

    private static string? Missing(ScriptRoute route, JsonObject? body) => route.Needs.FirstOrDefault(pointer => string.IsNullOrWhiteSpace(ScriptText.At(body, pointer)?.ToString()));

    private static JsonObject Answer(ScriptRoute route, DescribedRecord record)
    {
        var values = new JsonObject { ["id"] = record.Id, ["status"] = record.Status, ["revision"] = record.Revision };
        return route.Answer is { } template ? ScriptText.Fill(template, values, record.Document)!.AsObject() : values;
    }

    private static string NameOf(ScriptRoute route) => route.Name ?? route.Does;

    private Reply Log(ScriptRoute route, Call call, DescribedRecord? record, Reply reply)
    {
        system.City.Log.Add(system.Name, $"{system.Name}.{NameOf(route)}", record?.Id, reply.Status, call.IdempotencyKey);
        return reply;
    }
}
