using System.Text.Json;
using MCU.Integration.Mapping.Content;
using MCU.Integration.Mapping.Maps;

namespace MCU.Integration.Mapping.Tests;

/// <summary>A small set of content with a document of 2 KB; also what the micro-benchmark runs.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static TimeZoneInfo Moscow { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Samples");

    public static IReadOnlyList<ContentFile> Files { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Select(path => new ContentFile(Path.GetRelativePath(Folder, path).Replace('\\', '/'), File.ReadAllBytes(path)))];

    public static MappingContent Content { get; } = MappingContent.Load(Files);

    public static JsonElement Document { get; } = JsonElement.Parse(Read("documents/message.json")!.Value.Span);

    public static MapContext Context(string? values = null) => new(Now, Moscow, values is null ? default : JsonElement.Parse(values));

    public static ReadOnlyMemory<byte>? Read(string path) => Files.FirstOrDefault(file => file.Path == path)?.Bytes;
}
