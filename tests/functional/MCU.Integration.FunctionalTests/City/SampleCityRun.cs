using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Mocks.Faults;

namespace MCU.Integration.FunctionalTests.City;

/// <summary>One playing of the sample city: what people do meanwhile, and the comparison of what came of it with what the files say.</summary>
internal sealed class SampleCityRun(CityHub hub, SampleCity city) : IDisposable
{
    /// <summary>What is refused again and again is a difference.</summary>
    private const int ReplaysAtMost = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<string, int> _replayed = [];
    private readonly HttpClient _admin = hub.Admin();

    public void Dispose() => _admin.Dispose();

    /// <summary>People hand in the tables of the incident system, each twice: the second time nothing is new.</summary>
    public async Task ImportTablesAsync()
    {
        foreach (var (table, type) in new[] { (city.Csv(), "text/csv"), (city.Xlsx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") })
        {
            var first = await ImportAsync(table, type);
            var again = await ImportAsync(table, type);
            var rows = first.GetProperty("rows").GetInt32();
            (first.GetProperty("accepted").GetInt32(), again.GetProperty("accepted").GetInt32(), again.GetProperty("known").GetInt32()).ShouldBe((rows, 0, rows), first.ToString());
        }
    }

    /// <summary>
    /// Until nothing moves any more in the city and in the hub. Deliveries that a system refused for good are sent again, oldest first, as a person would.
    /// </summary>
    public async Task SettleAsync()
    {
        var (progress, since) = ("", TimeProvider.System.GetTimestamp());
        while (true)
        {
            var replayed = await ReplayAsync();
            var total = (await _admin.GetFromJsonAsync<JsonElement>("/api/v1/ledger")).GetProperty("total");
            var seen = $"{total} {hub.City.Log.Count} {replayed}";
            if (replayed == 0 && total.GetProperty("waiting").GetInt64() + total.GetProperty("deliveriesWaiting").GetInt64() == 0 && hub.City.IsIdle && seen == progress)
            {
                return;
            }

            if (seen != progress)
            {
                (progress, since) = (seen, TimeProvider.System.GetTimestamp());
            }

            TimeProvider.System.GetElapsedTime(since).ShouldBeLessThan(Patience, seen);
            await Task.Delay(Look, TimeProvider.System);
        }
    }

    /// <summary>Waits until everything is as the files say; returns what still is not when nothing has moved for long.</summary>
    public async Task<IReadOnlyList<string>> BecomeAsync()
    {
        var (progress, since) = (0, TimeProvider.System.GetTimestamp());
        while (true)
        {
            // A workflow that is about to start shows in no figure: what looks settled may go on.
            await SettleAsync();
            var differences = await DifferencesAsync();
            if (differences.Count == 0 || (progress == hub.City.Log.Count && TimeProvider.System.GetElapsedTime(since) > Calm))
            {
                return differences;
            }

            if (progress != hub.City.Log.Count)
            {
                (progress, since) = (hub.City.Log.Count, TimeProvider.System.GetTimestamp());
            }
        }
    }

    /// <summary>Everything that is not as the files say.</summary>
    private async Task<IReadOnlyList<string>> DifferencesAsync()
    {
        var dossiers = await DossiersAsync();
        List<string> differences = [];
        foreach (var (scene, expected) in city.Cases)
        {
            var own = dossiers.GetValueOrDefault(expected.GetProperty("id").GetString()!) ?? [];
            differences.AddRange(own.Count == 1 ? SampleCityCase.Differences(scene, expected, own[0]) : [$"{scene}: {own.Count} cases"]);
        }

        var count = dossiers.Values.Sum(cases => cases.Count);
        if (count != city.Cases.Count)
        {
            differences.Add($"{count} cases in all, expected {city.Cases.Count}");
        }

        differences.AddRange(FinalDifferences());
        differences.AddRange(RecordDifferences());
        differences.AddRange((await _admin.GetFromJsonAsync<JsonElement>("/api/v1/ledger/verify")).EnumerateArray().Select(line => $"ledger and rows differ: {line}"));
        foreach (var state in new[] { "refused", "held", "dead" })
        {
            differences.AddRange((await ListAsync($"deliveries?state={state}")).Select(row => $"delivery: {row}"));
        }

        differences.AddRange((await ListAsync("messages?direction=in&state=dead")).Select(row => $"message: {row}"));
        return differences;
    }

    /// <summary>Counts and pushes, while answers of the map are lost.</summary>
    public async Task ShowHeatMapAsync()
    {
        foreach (var fault in new Fault[] { new("bi-cur", FaultProfile.ResetAfterCommit), new("bi-cur", FaultProfile.TimeoutAfterCommit, 1, 3_000) })
        {
            hub.City.Faults.Set(fault);
            using var started = await _admin.PostAsJsonAsync("/elsa/api/workflow-definitions/heat-map-push/execute", new { triggerActivityId = "tick" });
            started.EnsureSuccessStatusCode();
            await SettleAsync();
        }
    }

    /// <summary>Where the rows of the region are not a count of the files, by source and by category.</summary>
    public IReadOnlyList<string> HeatMapDifferences()
    {
        var expected = city.Cases.Select(item => item.Case.GetProperty("heatMap")).SelectMany(at => new[]
        {
            (Row: $"{PlaceOf(at)} source {at.GetProperty("source").GetString()}", Resolved: at.GetProperty("resolved").GetBoolean()),
            (Row: $"{PlaceOf(at)} category {at.GetProperty("category").GetString() ?? "unknown"} {at.GetProperty("subcategory").GetString() ?? "unknown"}", Resolved: at.GetProperty("resolved").GetBoolean()),
        }).GroupBy(counted => counted.Row).Select(group => $"{group.Key}: {group.Count()} {group.Count(counted => counted.Resolved)}").ToHashSet();
        var shown = Records("bi-cur").Select(record => record["document"]!.AsObject())
            .Where(row => row["dimension"]?["source"] is not null || row["dimension"]?["category"] is not null)
            .Select(RowText).ToHashSet();
        return [.. expected.Except(shown).Select(row => $"missing {row}"), .. shown.Except(expected).Select(row => $"not expected {row}")];
    }

    private static string PlaceOf(JsonElement at)
    {
        var day = DateTime.Parse(at.GetProperty("day").GetString()!, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):d4}-W{ISOWeek.GetWeekOfYear(day):d2} {at.GetProperty("oktmo").GetString()} {at.GetProperty("district").GetString()}");
    }

    private static string RowText(JsonObject row)
    {
        var (dimension, figures) = (row["dimension"]!, row["indicators"]!);
        var what = dimension["source"] is { } source ? $"source {source}" : $"category {dimension["category"]} {dimension["subcategory"]}";
        return $"{row["period"]!["value"]} {row["territory"]?["oktmo"]} {row["territory"]?["district"]} {what}: {figures["received"]} {figures["resolved"]}";
    }

    private async Task<JsonElement> ImportAsync(byte[] table, string type)
    {
        using var content = new ByteArrayContent(table) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        using var answer = await _admin.PostAsync("/api/v1/adapters/incident/imports/export", content);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<int> ReplayAsync()
    {
        string IdOf(JsonElement row) => row.GetProperty("id").GetString()!;
        var refused = (await ListAsync("deliveries?state=refused")).Where(row => _replayed.GetValueOrDefault(IdOf(row)) < ReplaysAtMost).Reverse().ToList();
        foreach (var id in refused.Select(IdOf))
        {
            _replayed[id] = _replayed.GetValueOrDefault(id) + 1;
            using var answer = await _admin.PostAsync($"/api/v1/deliveries/{id}/replay", null);
            answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        }

        return refused.Count;
    }

    /// <summary>Cases by the id that the source knows them by.</summary>
    private async Task<Dictionary<string, List<JsonElement>>> DossiersAsync()
    {
        Dictionary<string, List<JsonElement>> dossiers = [];
        var known = await ListAsync("cases?");
        var read = new JsonElement[known.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, known.Count),
            async (index, cancel) => read[index] = await _admin.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{known[index].GetProperty("id").GetString()}", cancel));
        foreach (var dossier in read)
        {
            var source = dossier.GetProperty("case").GetProperty("source").GetString();
            var id = dossier.GetProperty("links").EnumerateArray().First(link => link.GetProperty("adapter").GetString() == source).GetProperty("externalId").GetString()!;
            (dossiers.TryGetValue(id, out var own) ? own : dossiers[id] = []).Add(dossier);
        }

        return dossiers;
    }

    private IEnumerable<string> FinalDifferences()
    {
        var state = hub.City.State();
        var messages = state["pos"]!["messages"]!.AsArray().ToDictionary(message => ("pos", message!["id"]!.ToString()), message => message!["status"]!.ToString());
        foreach (var (system, records) in state["systems"]!.AsObject())
        {
            foreach (var record in records!.AsArray())
            {
                messages[(system, record!["id"]!.ToString())] = record["status"]!.ToString();
            }
        }

        return city.Finals.Where(final => messages.GetValueOrDefault(final.Key) != final.Value)
            .Select(final => $"{final.Key} is {messages.GetValueOrDefault(final.Key) ?? "unknown"} at its source, expected {final.Value}");
    }

    /// <summary>Each system has as many records as there are links to it: a lost answer made no second one.</summary>
    private IEnumerable<string> RecordDifferences()
    {
        var linked = city.Cases.SelectMany(item => item.Case.GetProperty("links").EnumerateArray().Skip(1)).CountBy(link => link.GetString()!);
        foreach (var (system, expected) in linked)
        {
            var there = system == "sed" ? hub.City.State()["sed"]!["cards"]!.AsArray().Count : Records(system).Count;
            if (there != expected)
            {
                yield return $"{there} records in {system}, expected {expected}";
            }
        }
    }

    private IReadOnlyList<JsonObject> Records(string system) => [.. hub.City.State()["systems"]![system]!.AsArray().Select(record => record!.AsObject())];

    private async Task<IReadOnlyList<JsonElement>> ListAsync(string resource)
    {
        List<JsonElement> items = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await _admin.GetFromJsonAsync<JsonElement>($"/api/v1/{resource}&size=500{cursor}");
            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.TryGetProperty("next", out var next) && next.GetString() is { } more ? $"&cursor={Uri.EscapeDataString(more)}" : null;
        }

        return items;
    }
}
