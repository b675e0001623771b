using System.Globalization;
using MCU.Integration.Bench.Hub;

namespace MCU.Integration.Bench;

/// <summary>What the command line asks for.</summary>
/// <param name="Scenarios">Names of the scenarios; all of them when none was named.</param>
/// <param name="Quick">A tenth of the counts and one run: to see that it works, not to publish.</param>
/// <param name="Runs">Runs of one figure; null = what the scenario thinks right.</param>
/// <param name="HubFolder">Folder with a built or published hub; null = one is published first (with <paramref name="Quick"/>: the one built with the bench).</param>
internal sealed record BenchOptions(IReadOnlyList<string> Scenarios, IReadOnlyList<DatabaseKind> Databases, bool Quick, int? Runs, string? HubFolder)
{
    public const string Usage = """
        dotnet run -c Release --project bench/MCU.Integration.Bench -- [all|accept|bursts|designer|http|thread|map|start|status|waiting …]
            --db sqlite|postgres|both   databases (default both)
            --runs <n>                  runs of each figure; the median is printed (default 5, long ones 3)
            --hub <folder>              a hub that is there already, instead of one published now
            --quick                     a tenth of everything, one run, with the hub built with the bench; nothing is written to bench/results
        """;

    private static readonly string[] Known = ["map", "bursts", "start", "accept", "thread", "status", "http", "waiting", "designer"];

    /// <summary>Null when the arguments are wrong; <paramref name="problem"/> says how.</summary>
    public static BenchOptions? Parse(string[] args, out string? problem)
    {
        var scenarios = new List<string>();
        DatabaseKind[] databases = [DatabaseKind.Sqlite, DatabaseKind.Postgres];
        var quick = false;
        int? runs = null;
        string? hub = null;
        for (var i = 0; i < args.Length; i++)
        {
            var next = i + 1 < args.Length ? args[i + 1] : "";
            switch (args[i])
            {
                case "all":
                    scenarios.AddRange(Known);
                    break;
                case "--quick":
                    quick = true;
                    break;
                case "--db" when next is "sqlite" or "postgres" or "both":
                    databases = next switch { "sqlite" => [DatabaseKind.Sqlite], "postgres" => [DatabaseKind.Postgres], _ => databases };
                    i++;
                    break;
                case "--runs" when int.TryParse(next, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 25:
                    runs = count;
                    i++;
                    break;
                case "--hub" when Directory.Exists(next):
                    hub = Path.GetFullPath(next);
                    i++;
                    break;
                case var name when Known.Contains(name):
                    scenarios.Add(name);
                    break;
                default:
                    problem = $"'{args[i]}' is not understood.";
                    return null;
            }
        }

        problem = null;
        return new(scenarios.Count == 0 ? Known : [.. scenarios.Distinct()], databases, quick, runs, hub);
    }
}
