using System.Text.Json;
using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Mapping.MapTests;

/// <summary>Compares two documents: objects without regard to order, numbers by value.</summary>
internal static class JsonDifferences
{
    private const int LongestValue = 200;

    public static void Collect(JsonElement expected, JsonElement actual, JsonPointer at, IReadOnlyList<JsonPointer> ignore, List<MapTestDifference> differences)
    {
        if (ignore.Contains(at))
        {
            return;
        }

        if (expected.ValueKind == JsonValueKind.Object && actual.ValueKind == JsonValueKind.Object)
        {
            Objects(expected, actual, at, ignore, differences);
        }
        else if (expected.ValueKind == JsonValueKind.Array && actual.ValueKind == JsonValueKind.Array)
        {
            Arrays(expected, actual, at, ignore, differences);
        }
        else if (!JsonElement.DeepEquals(expected, actual))
        {
            differences.Add(new(at.Text, $"expected {Show(expected)}, got {Show(actual)}"));
        }
    }

    public static string Show(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= LongestValue ? text : $"{text[..LongestValue]}…";
    }

    private static void Objects(JsonElement expected, JsonElement actual, JsonPointer at, IReadOnlyList<JsonPointer> ignore, List<MapTestDifference> differences)
    {
        foreach (var property in expected.EnumerateObject())
        {
            var place = at.Append(property.Name);
            if (actual.TryGetProperty(property.Name, out var value))
            {
                Collect(property.Value, value, place, ignore, differences);
            }
            else if (!ignore.Contains(place))
            {
                differences.Add(new(place.Text, $"expected {Show(property.Value)}, got nothing"));
            }
        }

        foreach (var property in actual.EnumerateObject().Where(property => !expected.TryGetProperty(property.Name, out _)))
        {
            var place = at.Append(property.Name);
            if (!ignore.Contains(place))
            {
                differences.Add(new(place.Text, $"expected nothing, got {Show(property.Value)}"));
            }
        }
    }

    private static void Arrays(JsonElement expected, JsonElement actual, JsonPointer at, IReadOnlyList<JsonPointer> ignore, List<MapTestDifference> differences)
    {
        var (wanted, given) = (expected.GetArrayLength(), actual.GetArrayLength());
        if (wanted != given)
        {
            differences.Add(new(at.Text, $"expected {wanted} items, got {given}"));
        }

        for (var i = 0; i < Math.Min(wanted, given); i++)
        {
            Collect(expected[i], actual[i], at.Append(i), ignore, differences);
        }
    }
}
