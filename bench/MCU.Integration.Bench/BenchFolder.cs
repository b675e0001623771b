namespace MCU.Integration.Bench;

/// <summary>Where the data of one bench lies: on a disk, because durable figures from memory would be a lie. Removed at the end.</summary>
internal sealed class BenchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hub-bench-").FullName;

    /// <summary>A new empty folder.</summary>
    public string Next(string name)
    {
        var path = System.IO.Path.Combine(Path, $"{name}-{Guid.CreateVersion7():N}");
        Directory.CreateDirectory(path);
        return path;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A temporary folder that stays is no reason to lose the figures.
        }
    }
}
