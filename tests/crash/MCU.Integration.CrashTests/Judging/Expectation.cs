using System.Text.Json;
using MCU.Integration.TestSupport;

namespace MCU.Integration.CrashTests.Judging;

/// <summary>A sample's <c>expected.json</c>: what must come of the message in the hub, in the СЭД and in ПОС. A null is not judged.</summary>
public sealed record Expectation(string Sample, string MessageId, JsonElement? Case, int Cards, JsonElement? Sed, JsonElement Pos)
{
    public static IReadOnlyList<Expectation> LoadAll() =>
    [
        .. Directory.GetFiles(Path.Combine(TestContent.Root, "mocks", "samples"), "expected.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(Load),
    ];

    /// <summary>Names each property that is not as expected.</summary>
    public static IEnumerable<string> Differences(string what, JsonElement expected, IReadOnlyDictionary<string, object?> actual)
    {
        foreach (var property in expected.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Null
                && actual.TryGetValue(property.Name, out var value)
                && Text(property.Value) != Text(JsonSerializer.SerializeToElement(value, JsonSerializerOptions.Web)))
            {
                yield return $"{what}.{property.Name} is {Text(JsonSerializer.SerializeToElement(value, JsonSerializerOptions.Web))}, expected {Text(property.Value)}";
            }
        }
    }

    private static Expectation Load(string path)
    {
        var root = JsonElement.Parse(File.ReadAllBytes(path));
        return new(
            Path.GetFileName(Path.GetDirectoryName(path)!),
            root.GetProperty("messageId").GetString()!,
            Child(root, "case"),
            root.GetProperty("cards").GetInt32(),
            Child(root, "sed"),
            root.GetProperty("pos"));
    }

    private static JsonElement? Child(JsonElement root, string name) =>
        root.TryGetProperty(name, out var child) && child.ValueKind != JsonValueKind.Null ? child : null;

    /// <summary>Instants are compared as instants, lists in order.</summary>
    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.TryGetDateTimeOffset(out var instant) ? instant.ToUniversalTime().ToString("O", null) : value.GetString()!,
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Text))}]",
        JsonValueKind.Null => "nothing",
        _ => value.GetRawText(),
    };
}
