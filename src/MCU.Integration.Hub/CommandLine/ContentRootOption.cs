using System.CommandLine;
using MCU.Integration.Hub.Settings;

namespace MCU.Integration.Hub.CommandLine;

/// <summary>The option that names the content root.</summary>
internal static class ContentRootOption
{
    public static Option<string?> Create() => new("--root")
    {
        Description = "Folder with adapters/, mappings/, rules/ and workflows/; the nearest one upward when absent.",
    };

    /// <exception cref="CommandFailedException">There is no such folder.</exception>
    public static string Find(string? given)
    {
        var root = given is null
            ? HubSettings.NearestContentRoot(Environment.CurrentDirectory) ?? HubSettings.NearestContentRoot(AppContext.BaseDirectory)
            : Path.GetFullPath(given);
        return root is not null && Directory.Exists(root)
            ? root
            : throw new CommandFailedException(given is null ? "No folder upward has adapters/ and workflows/: name one with --root." : $"There is no folder {root}.");
    }
}
