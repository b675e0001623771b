using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MCU.Integration.Mocks.City;
using MCU.Integration.Mocks.Faults;
using MCU.Integration.Mocks.Http;
using MCU.Integration.Mocks.Samples;

namespace MCU.Integration.Mocks.Described;

/// <summary>The memory and the life of a system that is described by text: records move along their script, and every movement is told.</summary>
internal sealed class DescribedSystem(CityRun city, SystemFolder folder, SampleSet samples, Callbacks callbacks, FaultSwitch faults)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DescribedRecord> _records = [];
    private readonly Dictionary<string, string> _offered = [];
    private int _events;

    public string Name => folder.Name;

    public SystemScript Script => folder.Script;

    public CityRun City => city;

    /// <summary>What is read by systems that are not called back.</summary>
    public EventFeed Feed { get; } = new(city.Epoch);

    /// <summary>The records that the system begins itself appear one after the other.</summary>
    public void Begin()
    {
        var at = Script.Interval;
        foreach (var arrival in folder.Arrivals)
        {
            city.Clock.After(at, () => Locked(() => Arrive_NeedsLock(arrival)));
            at += Script.Interval;
        }
    }

    public T Locked<T>(Func<T> act)
    {
        lock (_lock)
        {
            return act();
        }
    }

    public void Locked(Action act) => Locked(() =>
    {
        act();
        return 0;
    });

    public DescribedRecord? Find_NeedsLock(string id) => _records.GetValueOrDefault(id);

    public IEnumerable<DescribedRecord> Records_NeedsLock => _records.Values;

    public DescribedRecord Create_NeedsLock(JsonObject document)
    {
        var values = new JsonObject { ["n"] = (_records.Count + 1).ToString("d5", null), ["epoch"] = city.Epoch };
        var life = Script.Lives.FirstOrDefault(life => (life.When ?? new Dictionary<string, string>()).All(condition => ScriptText.At(document, condition.Key)?.ToString() == condition.Value));
        return Add_NeedsLock(ScriptText.Text(Script.Id, values, document), document, life ?? ScriptLife.Still, Script.Status);
    }

    /// <summary>Stores a row of a table under its key.</summary>
    /// <returns><c>added</c>, <c>replaced</c> or <c>stale</c>.</returns>
    public string Put_NeedsLock(string key, JsonObject row, string version)
    {
        var known = _records.GetValueOrDefault(key);
        if (known is not null && VersionOf(known.Document) > VersionOf(row))
        {
            return "stale";
        }

        Add_NeedsLock(key, row, ScriptLife.Still, Script.Status);
        return known is null ? "added" : "replaced";

        long VersionOf(JsonObject document) => ScriptText.At(document, version)?.GetValue<long>() ?? 0;
    }

    /// <summary>The hub changed a record.</summary>
    public void Move_NeedsLock(DescribedRecord record, ScriptStep step, string? origin, bool newRound)
    {
        if (newRound)
        {
            (record.Round, record.NextStep, record.Planned) = (record.Round + 1, 0, false);
        }

        Enter_NeedsLock(record, step, origin);
        Plan_NeedsLock(record);
    }

    public void Plan_NeedsLock(DescribedRecord record)
    {
        if (record.Planned || record.Ended || record.Next() is not { } step || (step.On is { } awaited && !record.Heard.Contains(awaited)))
        {
            return;
        }

        record.Planned = true;
        var round = record.Round;
        city.Clock.After(step.After, () => Locked(() =>
        {
            if (record.Round == round && !record.Ended)
            {
                record.Planned = false;
                record.NextStep++;
                Enter_NeedsLock(record, step, null);
                Plan_NeedsLock(record);
            }
        }));
    }

    public byte[]? OfferedContent_NeedsLock(string id, out string name) => _offered.TryGetValue(id, out name!) ? samples.FileContent(name) : null;

    public JsonArray State() => Locked(() => new JsonArray([.. _records.Values.Select(record => record.ToState())]));

    private void Arrive_NeedsLock(ScriptArrival arrival)
    {
        var values = Values(null, null);
        var body = ScriptText.Fill(arrival.Body, values, [])!.AsObject();
        var id = ScriptText.Text(arrival.Id, values, body);
        var record = Add_NeedsLock(id, body, arrival.Life ?? ScriptLife.Still, arrival.Status ?? Script.Status);
        if (arrival.Files is { Count: > 0 } files)
        {
            body[arrival.FilesAt] = Offer(record, files);
        }

        if (arrival.Told)
        {
            Tell(record, arrival.Document, body, new ScriptStep(record.Status));
        }

        Plan_NeedsLock(record);
    }

    private DescribedRecord Add_NeedsLock(string id, JsonObject document, ScriptLife life, string status) =>
        _records[id] = new DescribedRecord(city, id, document, life, status);

    private void Enter_NeedsLock(DescribedRecord record, ScriptStep step, string? origin)
    {
        var from = record.Status;
        record.Status = step.To;
        record.History.Add(step.To);
        record.Revision++;
        record.Heard.Clear();
        var values = Values(record, origin);
        values["from"] = from;
        var body = ScriptText.Fill(Script.Event.Body, values, record.Document)!.AsObject();
        JsonText.Merge(body, ScriptText.Fill(step.Fields ?? [], values, record.Document)!.AsObject());
        if (step.Files is { Count: > 0 } files)
        {
            body[Script.Event.Files] = Offer(record, files);
        }

        Tell(record, Script.Event.Document, body, step);
    }

    private void Tell(DescribedRecord record, string? document, JsonObject body, ScriptStep step)
    {
        Callback Of(JsonObject told, string type)
        {
            var id = $"{Name}-{city.Epoch}-{Interlocked.Increment(ref _events)}";
            if (told.ContainsKey("event_id"))
            {
                told["event_id"] = id;
            }

            return new Callback(Name, Script.Adapter ?? Name, type, id, record.Id, step.To, record.Revision, JsonText.Bytes(told));
        }

        void Bring(Callback callback)
        {
            if (document is null)
            {
                Feed.Append(JsonText.ObjectOf(callback.Body)!);
            }
            else
            {
                callbacks.Enqueue(callback);
            }
        }

        record.Telling.Tell(Of(body, document ?? ""), faults, Bring, earlier => Of(JsonText.ObjectOf(earlier.Body)!, earlier.DocumentType), step.Late, step.Duplicate);
    }

    private JsonArray Offer(DescribedRecord record, IEnumerable<string> names) => new([.. names.Select(name =>
    {
        var content = samples.FileContent(name) ?? throw new FileNotFoundException("The life names a file that is not among the samples.", name);
        var id = $"{city.Epoch}-{_offered.Count + 1}";
        _offered[id] = name;
        return (JsonNode)new JsonObject
        {
            ["id"] = $"{Name}-{id}",
            ["name"] = name,
            ["mime"] = SampleSet.MediaTypeOf(name),
            ["size"] = content.Length,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(content)),
            ["url"] = $"/files/{id}",
        };
    })]);

    private JsonObject Values(DescribedRecord? record, string? origin) => new()
    {
        ["id"] = record?.Id,
        ["to"] = record?.Status,
        ["revision"] = record?.Revision ?? 1,
        ["origin"] = origin,
        ["now"] = city.Now(),
        ["today"] = city.Today(),
        ["epoch"] = city.Epoch,
        ["event"] = "",
        ["n"] = (_records.Count + 1).ToString("d5", null),
    };
}
