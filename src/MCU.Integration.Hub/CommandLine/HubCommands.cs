using System.CommandLine;
using MCU.Integration.Hub.Startup;

namespace MCU.Integration.Hub.CommandLine;

/// <summary>The command line of the hub: the same executable, with a command in front.</summary>
internal static class HubCommands
{
    /// <summary>Runs the command that the arguments name; null when they name none and the hub is to be started.</summary>
    public static async Task<int?> TryRunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var root = Build(output);
        var first = args.FirstOrDefault();
        if (first is null || !(root.Subcommands.Any(command => command.Name == first) || first is "--help" or "-h" or "-?" or "--version"))
        {
            return null;
        }

        try
        {
            return await root.Parse(args).InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is CommandFailedException or IOException or UnauthorizedAccessException || StartProblem.IsKnown(exception))
        {
            await error.WriteLineAsync(exception.Message);
            return ExitCode.Failed;
        }
    }

    private static RootCommand Build(TextWriter output) => new("MCU.Integration: integration hub of a municipal control centre. Without a command the hub starts.")
    {
        LintCommand.Build(output),
        TestCommand.Build(output),
        ContentCommands.Import(output),
        ContentCommands.Export(output),
        ContentCommands.Diff(output),
        AccessCommands.Keys(output),
        AccessCommands.Users(output),
        WorkCommands.Verify(output),
        WorkCommands.Replay(output),
    };
}
