namespace MCU.Integration.Hub.CommandLine;

/// <summary>What a command tells its caller.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The command worked, and found something wrong.</summary>
    public const int Found = 1;

    /// <summary>The command could not do its work.</summary>
    public const int Failed = 2;
}
