using System.Diagnostics;
using System.Runtime.InteropServices;
using MCU.Integration.Bench.Content;

namespace MCU.Integration.Bench.Hub;

/// <summary>The hub as it is shipped: published for this machine, compiled ahead.</summary>
internal static class PublishedHub
{
    /// <returns>The folder; null when it could not be published, so that the hub built with the bench is measured instead.</returns>
    public static async Task<string?> MakeAsync(string below)
    {
        var folder = Path.Combine(below, "hub");
        var project = Path.Combine(BenchContent.RepositoryRoot, "src/MCU.Integration.Hub");
        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet", ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-o", folder, "-v", "q", "--nologo"]));
        await publish!.WaitForExitAsync();
        if (publish.ExitCode == 0)
        {
            return folder;
        }

        System.Console.WriteLine("The hub could not be published; the one built with the bench, which compiles while it runs, is measured.");
        return null;
    }
}
