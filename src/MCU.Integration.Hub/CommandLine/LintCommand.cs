using System.CommandLine;
using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Hub.CommandLine;

/// <summary><c>lint</c>: what is wrong with the content below a root; needs no database.</summary>
internal static class LintCommand
{
    public static Command Build(TextWriter output)
    {
        var root = ContentRootOption.Create();
        var command = new Command("lint", "Checks content files; prints file:line pointer code: message.") { root };
        command.SetAction(parsed => Run(ContentRootOption.Find(parsed.GetValue(root)), output));
        return command;
    }

    private static int Run(string root, TextWriter output)
    {
        var issues = ContentLint.Run(root);
        foreach (var issue in issues)
        {
            output.WriteLine(Line(issue));
        }

        var errors = issues.Count(issue => issue.IsError);
        output.WriteLine($"{errors} errors, {issues.Count - errors} warnings in {ContentFolder.Read(root).Count} files.");
        return errors == 0 ? ExitCode.Success : ExitCode.Found;
    }

    private static string Line(ContentIssue issue) =>
        $"{issue.Path}{(issue.Line is { } line ? $":{line}" : "")} {(issue.IsError ? "" : "warning ")}{(issue.Pointer.Length == 0 ? "/" : issue.Pointer)} {issue.Code}: {issue.Message}";
}
