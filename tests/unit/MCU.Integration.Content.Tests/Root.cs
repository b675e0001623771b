using System.Text.Json;

namespace MCU.Integration.Content.Tests;

/// <summary>The content root: the repository itself.</summary>
internal static class Root
{
    public static string Path { get; } = Find();

    public static JsonElement Json(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(System.IO.Path.Combine(Path, path)));
        return document.RootElement.Clone();
    }

    public static IEnumerable<string> Samples() => Directory.GetDirectories(System.IO.Path.Combine(Path, "mocks", "samples"))
        .Select(folder => System.IO.Path.GetFileName(folder))
        .Where(name => name.All(char.IsDigit))
        .Order(StringComparer.Ordinal);

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (Directory.Exists(System.IO.Path.Combine(at.FullName, "adapters")) && Directory.Exists(System.IO.Path.Combine(at.FullName, "workflows")))
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException("The content root was not found upward of the tests.");
    }
}
