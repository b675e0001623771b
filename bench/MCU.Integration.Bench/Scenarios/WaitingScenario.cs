using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using MCU.Integration.Bench.Hub;
using MCU.Integration.Bench.Load;
using MCU.Integration.Bench.Results;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MCU.Integration.Bench.Scenarios;

/// <summary>
/// A million instances wait for one event, each for its own case: start to ready, memory, and the resume of one. Those that are resumed were started by
/// the hub; the others are copies of one of them, made in the database while no hub ran: they only wait, since what is sealed opens in its own row alone.
/// </summary>
internal sealed class WaitingScenario : IScenario
{
    private const double MegaByte = 1024 * 1024;
    private const int Waiting = 1_000_000;
    private const int Resumed = 500;

    private static readonly string[] Copies =
    [
        """
        with recursive n(i) as (select 1 union all select i + 1 from n where i < @count)
        insert into instances (id, definition_id, definition_version_id, definition_version, status, sub_status, row_version, created_at, updated_at,
            name, correlation_id, parent_instance_id, incident_count, is_system, finished_at)
        select 'copy-' || n.i, t.definition_id, t.definition_version_id, t.definition_version, t.status, t.sub_status, t.row_version, t.created_at, t.updated_at,
            t.name, 'copied-' || n.i, t.parent_instance_id, t.incident_count, t.is_system, t.finished_at
        from instances t cross join n where t.id = @template
        """,
        """
        with recursive n(i) as (select 1 union all select i + 1 from n where i < @count)
        insert into instance_states (instance_id, key_id, cipher)
        select 'copy-' || n.i, t.key_id, t.cipher from instance_states t cross join n where t.instance_id = @template
        """,
        """
        with recursive n(i) as (select 1 union all select i + 1 from n where i < @count)
        insert into bookmarks (id, instance_id, name, hash, activity_id, activity_node_id, activity_instance_id, key_id, cipher, correlation_id, created_at, due_at)
        select 'copy-' || n.i, 'copy-' || n.i, t.name, t.hash, t.activity_id, t.activity_node_id, t.activity_instance_id, t.key_id, t.cipher, 'copied-' || n.i, t.created_at, t.due_at
        from bookmarks t cross join n where t.instance_id = @template
        """,
        "analyze",
    ];

    public string Name => "waiting";

    public bool NeedsHub => true;

    public async Task RunAsync(TestBed bed)
    {
        var settings = await bed.NewHubAsync();
        var count = bed.Count(Resumed);
        string template;
        await using (var hub = await bed.StartHubAsync(settings))
        {
            await LoadGenerator.RunAsync(hub.Address, [.. Enumerable.Range(0, count).Select(i => Start(Correlation(i)))], connections: 8, expected: 200);
            template = await StartOneAsync(hub);
        }

        await CopyAsync(settings, template, bed.Count(Waiting));
        List<double> starts = [];
        List<double> idle = [];
        for (var run = 1; run < bed.Runs(5); run++)
        {
            await using var hub = await bed.StartHubAsync(settings);
            starts.Add(hub.StartedIn.TotalMilliseconds);
        }

        await using var last = await bed.StartHubAsync(settings);
        starts.Add(last.StartedIn.TotalMilliseconds);

        // The first tenth meets code that was never run and pages that were never read.
        var requests = Enumerable.Range(0, count).Select(i => Resume(Correlation(i))).ToList();
        var warm = count / 10;
        await LoadGenerator.RunAsync(last.Address, requests[..warm], connections: 1, expected: 200);
        var load = await LoadGenerator.RunAsync(last.Address, requests[warm..], connections: 1, expected: 200);
        idle.Add(last.ResidentBytes / MegaByte);
        await EnsureOnlyCopiesWaitAsync(settings, bed.Count(Waiting) + 1);

        var title = $"{bed.Count(Waiting):N0} waiting instances".Replace('\u00a0', ',');
        bed.Report.Add($"{title}: start to ready", "ms", starts, Budget.AtMost(3000, 9000));
        bed.Report.Add($"{title}: resume of one, p50", "ms", [Percentiles.Of(load.Latencies, 50)], null);
        bed.Report.Add($"{title}: resume of one, p99", "ms", [Percentiles.Of(load.Latencies, 99)], Budget.AtMost(10, 60));
        bed.Report.Add($"{title}: memory (RSS) after the resumes", "MB", idle, Budget.AtMost(400, 600));
    }

    private static string Correlation(int number) => string.Create(CultureInfo.InvariantCulture, $"bench-{number}");

    private static byte[] Start(string correlation) => Post("/elsa/api/workflow-definitions/bench-wait/execute", new { correlationId = correlation });

    private static byte[] Resume(string correlation) =>
        Post("/elsa/api/events/bench.wake/trigger", new { correlationId = correlation, workflowExecutionMode = "Synchronous" });

    private static byte[] Post(string path, object body)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(body);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ApiKey {HubProcess.ApiKey}\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. json];
    }

    /// <summary>The id of an instance that waits and is never resumed.</summary>
    private static async Task<string> StartOneAsync(HubProcess hub)
    {
        using var connection = await RawConnection.OpenAsync(hub.Address);
        var status = await connection.SendAsync(Start("template"));
        var answer = connection.LastAnswer;
        const string header = "x-elsa-workflow-instance-id: ";
        var at = answer.IndexOf(header, StringComparison.OrdinalIgnoreCase);
        return status == 200 && at >= 0
            ? answer[(at + header.Length)..answer.IndexOf('\r', at)]
            : throw new InvalidOperationException($"The workflow does not start: {answer}");
    }

    private static async Task CopyAsync(IReadOnlyDictionary<string, string> settings, string template, int count)
    {
        await using var connection = await OpenAsync(settings);
        foreach (var sql in Copies)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.CommandTimeout = (int)TimeSpan.FromMinutes(10).TotalSeconds;
            Add(command, "count", count);
            Add(command, "template", template);
            await command.ExecuteNonQueryAsync();
        }
    }

    // A resume that found nothing would be quick, too.
    private static async Task EnsureOnlyCopiesWaitAsync(IReadOnlyDictionary<string, string> settings, int expected)
    {
        await using var connection = await OpenAsync(settings);
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from bookmarks";
        var waiting = Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        if (waiting != expected)
        {
            throw new InvalidOperationException($"{waiting} bookmarks are left instead of {expected}: not every instance was resumed.");
        }
    }

    private static async Task<DbConnection> OpenAsync(IReadOnlyDictionary<string, string> settings)
    {
        DbConnection connection = settings.TryGetValue("ConnectionStrings__Hub", out var postgres)
            ? new NpgsqlConnection(postgres)
            : new SqliteConnection($"Data Source={Path.Combine(settings["Hub__DataDirectory"], "hub.db")};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        if (command.CommandText.Contains('@' + name, StringComparison.Ordinal))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
    }
}
