using System.CommandLine;
using MCU.Integration.Mapping.MapTests;

namespace MCU.Integration.Hub.CommandLine;

/// <summary><c>test</c>: runs the tests beside the maps; needs no database.</summary>
internal static class TestCommand
{
    public static Command Build(TextWriter output)
    {
        var root = ContentRootOption.Create();
        var map = new Option<string?>("--map") { Description = "Only the tests of this map." };
        var coverage = new Option<bool>("--coverage") { Description = "Also list what the maps and their tests leave open." };
        var command = new Command("test", "Runs the tests beside the maps and prints differences by pointer.") { root, map, coverage };
        command.SetAction(parsed => Run(ContentRootOption.Find(parsed.GetValue(root)), parsed.GetValue(map), parsed.GetValue(coverage), output));
        return command;
    }

    private static int Run(string root, string? map, bool withCoverage, TextWriter output)
    {
        var content = ContentLint.LoadMappings(root);
        var report = MapTestRunner.Run(content, path => ReadFile(root, path), map);
        foreach (var failed in report.Results.Where(result => !result.Passed))
        {
            output.WriteLine($"{failed.File}:{failed.Line} {failed.Map}: {failed.Test}");
            foreach (var difference in failed.Differences)
            {
                output.WriteLine($"    {difference}");
            }
        }

        if (withCoverage)
        {
            Print(report.Coverage, output);
        }

        var passed = report.Results.Count(result => result.Passed);
        output.WriteLine($"{passed} passed, {report.Results.Count - passed} failed.");
        return report.Passed && (map is null || report.Results.Count > 0) ? ExitCode.Success : ExitCode.Found;
    }

    private static void Print(IReadOnlyList<MapCoverage> coverage, TextWriter output)
    {
        foreach (var map in coverage)
        {
            output.WriteLine($"{map.Map}: {map.Tests} tests");
            Print("required targets without a source", map.RequiredTargetsWithoutSource, output);
            Print("source fields never read", map.SourceFieldsNeverRead, output);
            Print("codes never seen in a test", map.CodesNeverSeen.Select(codes => $"{codes.CodeList}: {string.Join(", ", codes.Codes)}"), output);
        }
    }

    private static void Print(string title, IEnumerable<string> entries, TextWriter output)
    {
        foreach (var entry in entries)
        {
            output.WriteLine($"    {title}: {entry}");
        }
    }

    /// <summary>Files below the root only: a test must not read the machine's.</summary>
    private static ReadOnlyMemory<byte>? ReadFile(string root, string path)
    {
        var full = Path.GetFullPath(Path.Combine(root, path));
        return full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(full) ? File.ReadAllBytes(full) : null;
    }
}
