using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MCU.Integration.Bench.Hub;

namespace MCU.Integration.Bench.Results;

/// <summary>Collects figures, prints them as they come, and writes them down.</summary>
internal sealed class Report(Machine machine)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<Figure> _figures = [];
    private string _scenario = "";
    private string _database = "";
    private FsyncLatency? _fsync;

    /// <summary>What the next figures belong to.</summary>
    public void Begin(string scenario, DatabaseKind database, FsyncLatency? fsync)
    {
        (_scenario, _database, _fsync) = (scenario, database switch { DatabaseKind.Sqlite => "SQLite", DatabaseKind.Postgres => "PostgreSQL", _ => "–" }, fsync);
        System.Console.WriteLine($"{scenario}, {_database}{(fsync is null ? "" : $", fsync p50 / p99 {fsync}")}");
    }

    public void Add(string name, string unit, IReadOnlyCollection<double> values, Budget? budget)
    {
        var figure = new Figure(_scenario, name, unit, _database, [.. values], budget, _fsync);
        _figures.Add(figure);
        System.Console.WriteLine($"    {name}: {Text(figure.Median)} {unit}  [{string.Join(", ", figure.Values.Select(Text))}]  {budget?.Judge(figure.Median)}");
    }

    public void Print(TimeSpan took)
    {
        System.Console.WriteLine();
        System.Console.WriteLine(machine);
        System.Console.WriteLine($"took {took.TotalMinutes:0.0} minutes");
    }

    /// <summary>Writes <c>yyyy-MM-dd.md</c> and <c>.json</c>; what an earlier run of the day wrote is replaced.</summary>
    public async Task WriteAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        var day = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(Path.Combine(folder, $"{day}.md"), Markdown(day));
        await File.WriteAllTextAsync(Path.Combine(folder, $"{day}.json"), JsonSerializer.Serialize(new { day, machine, figures = _figures }, Json) + "\n");
        System.Console.WriteLine($"written to {Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(folder, day))}.md");
    }

    private string Markdown(string day)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"# Figures of {day}\n\n{machine}\n\n")
            .Append("Medians of several runs; load generator and sink on the same machine; hub: Release, Production, its own process.\n\n")
            .Append("| what | database | median | lowest – highest | budget | | fsync p50 / p99 |\n|---|---|---|---|---|---|---|\n");
        foreach (var figure in _figures)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {figure.Name} | {figure.Database} | {Text(figure.Median)} {figure.Unit} | {Text(figure.Values.Min())} – {Text(figure.Values.Max())} | {figure.Budget} | {figure.Budget?.Judge(figure.Median)} | {figure.Fsync} |\n");
        }

        return text.ToString();
    }

    private static string Text(double value) => value.ToString(value >= 100 ? "0" : "0.##", CultureInfo.InvariantCulture);
}
