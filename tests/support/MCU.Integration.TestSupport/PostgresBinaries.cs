namespace MCU.Integration.TestSupport;

/// <summary>Finds the installed PostgreSQL server programs.</summary>
public static class PostgresBinaries
{
    /// <summary>Folder with <c>initdb</c> and <c>pg_ctl</c> of the newest version; null when none is installed.</summary>
    public static string? Find()
    {
        const string Debian = "/usr/lib/postgresql";
        var folders = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).OrderByDescending(VersionOf).Select(folder => Path.Combine(folder, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Concat(path).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    private static double VersionOf(string folder) =>
        double.TryParse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : 0;
}
