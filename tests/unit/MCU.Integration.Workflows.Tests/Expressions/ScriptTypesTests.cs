using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;
using static MCU.Integration.Workflows.Tests.TestWorkflows;

namespace MCU.Integration.Workflows.Tests.Expressions;

/// <summary>The CLR types that Elsa gives to scripts. The clock stands at 2026-03-02T09:00:00Z.</summary>
public sealed class ScriptTypesTests
{
    private readonly TestWorkflows _workflows = new();

    [Theory]
    [InlineData("DateTime.UtcNow", "2026-03-02T09:00:00Z")]
    [InlineData("DateTimeOffset.Now", "2026-03-02T09:00:00Z")]
    [InlineData("DateTime.UtcNow.toISOString()", "2026-03-02T09:00:00.000Z")]
    [InlineData("DateTime.UtcNow instanceof Date ? 'Date' : 'other'", "Date")]
    [InlineData("DateTime.UtcNow.AddDays(1).AddHours(-2)", "2026-03-03T07:00:00Z")]
    [InlineData("DateTime.Parse('2024-01-31T10:00:00Z').AddMonths(1)", "2024-02-29T10:00:00Z")]
    [InlineData("DateTime.UtcNow.Add(TimeSpan.FromMinutes(90))", "2026-03-02T10:30:00Z")]
    [InlineData("DateTime.UtcNow.Subtract(TimeSpan.FromHours(9))", "2026-03-02T00:00:00Z")]
    [InlineData("DateTimeOffset.Parse('2024-05-01T12:00:00+03:00')", "2024-05-01T09:00:00Z")]
    [InlineData("new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.FromHours(3))", "2024-05-01T09:00:00Z")]
    [InlineData("DateTimeOffset.FromUnixTimeSeconds(0)", "1970-01-01T00:00:00Z")]
    [InlineData("new DateTime(2024, 2, 29, 13, 5, 0).ToString('dd.MM.yyyy HH:mm')", "29.02.2024 13:05")]
    [InlineData("TimeSpan.FromHours(25.5)", "1.01:30:00")]
    [InlineData("new TimeSpan(1, 2, 3).toString()", "01:02:03")]
    [InlineData("new TimeSpan(1, 2, 3, 4, 5).ToString()", "1.02:03:04.0050000")]
    [InlineData("TimeSpan.Parse('00:01:30').Add(TimeSpan.FromSeconds(30)).Negate()", "-00:02:00")]
    [InlineData("TimeSpan.FromMinutes(90).ToString('hh\\\\:mm')", "01:30")]
    [InlineData("Guid.Empty", "00000000-0000-0000-0000-000000000000")]
    [InlineData("Guid.Parse('6F9619FF-8B86-D011-B42D-00C04FC964FF').ToString('N')", "6f9619ff8b86d011b42d00c04fc964ff")]
    [InlineData("'' + parseGuid('6F9619FF-8B86-D011-B42D-00C04FC964FF')", "6f9619ff-8b86-d011-b42d-00c04fc964ff")]
    [InlineData("JSON.stringify({ wait: TimeSpan.FromSeconds(5), id: Guid.Empty })", "{\"wait\":\"00:00:05\",\"id\":\"00000000-0000-0000-0000-000000000000\"}")]
    public async Task Script_Text_IsAsInTheClr(string script, string expected) => Text(await ValueOfAsync(script)).ShouldBe(expected);

    [Theory]
    [InlineData("new DateTime(2024, 2, 29).Day", 29)]
    [InlineData("new DateTime(2023, 12, 31).DayOfYear", 365)]
    [InlineData("new DateTime(2024, 12, 31).DayOfYear", 366)]
    [InlineData("new DateTime(2026, 3, 2).DayOfWeek", 1)]
    [InlineData("new DateTime(2026, 3, 2, 5, 0, 0).TimeOfDay.Hours", 5)]
    [InlineData("DateTime.DaysInMonth(2024, 2)", 29)]
    [InlineData("DateTime.UnixEpoch.Ticks / 1e7", 62135596800)]
    [InlineData("DateTime.Parse('2024-03-01T00:00:00Z').Subtract(DateTime.Parse('2024-02-01T00:00:00Z')).TotalDays", 29)]
    [InlineData("TimeSpan.FromHours(-25).Hours", -1)]
    [InlineData("TimeSpan.FromHours(25).Days", 1)]
    [InlineData("TimeSpan.FromMinutes(1).CompareTo(TimeSpan.FromSeconds(1))", 1)]
    [InlineData("new Random(42).Next()", 1434747710)]
    [InlineData("new Random(42).Next(1, 7)", 5)]
    [InlineData("const n = new Random().Next(5); n >= 0 && n < 5 && n === Math.floor(n) ? 1 : 0", 1)]
    [InlineData("const n = Random.Shared.NextDouble(); n >= 0 && n < 1 ? 1 : 0", 1)]
    [InlineData("Guid.NewGuid().ToString().length + (Guid.NewGuid().Equals(Guid.NewGuid()) ? 1 : 0)", 36)]
    [InlineData("newGuid().ToString().length", 36)]
    public async Task Script_Number_IsAsInTheClr(string script, double expected) => (await ValueOfAsync(script))!.GetValue<double>().ShouldBe(expected);

    [Theory]
    [InlineData("DateTime.Parse('yesterday')")]
    [InlineData("new DateTime(2023, 2, 29)")]
    [InlineData("Guid.Parse('x')")]
    [InlineData("TimeSpan.Parse('soon')")]
    [InlineData("DateTime.GetType().Assembly")]
    public async Task Script_NoSuchValue_IsAnIncident(string script) => (await _workflows.StartAsync(Prepare(script))).State.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString();

    private async Task<JsonNode?> ValueOfAsync(string script)
    {
        var result = await _workflows.StartAsync(Prepare(script));
        result.State.Incidents.ShouldBeEmpty();
        return JsonNode.Parse(result.State.Output["x"]?.ToJsonString() ?? "null");
    }

    private PreparedWorkflow Prepare(string script) => _workflows.Prepare(Definition(Sequence(
        Activity("Out", "Elsa.SetOutput", ("outputName", Literal("x")), ("outputValue", JavaScript(script))))));
}
