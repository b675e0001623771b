using MCU.Integration.Hub;
using MCU.Integration.Hub.CommandLine;
using MCU.Integration.Hub.Startup;

if (await HubCommands.TryRunAsync(args, Console.Out, Console.Error) is { } exitCode)
{
    return exitCode;
}

try
{
    await HubApplication.Build(args).RunAsync();
    return ExitCode.Success;
}
catch (Exception exception) when (StartProblem.IsKnown(exception))
{
    Console.Error.WriteLine(exception.Message);
    return ExitCode.Failed;
}
