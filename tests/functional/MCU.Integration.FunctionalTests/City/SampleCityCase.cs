using System.Text.Json;

namespace MCU.Integration.FunctionalTests.City;

/// <summary>Compares a case with what its file says.</summary>
internal static class SampleCityCase
{
    public static IEnumerable<string> Differences(string scene, JsonElement expected, JsonElement dossier)
    {
        var actual = Facts(dossier);
        foreach (var property in expected.EnumerateObject().Where(property => property.Name is not ("id" or "heatMap")))
        {
            var (is_, should) = (actual[property.Name], Text(property.Value));
            if (is_ != should)
            {
                yield return $"{scene}: {property.Name} is {is_}, expected {should}";
            }
        }
    }

    private static Dictionary<string, string> Facts(JsonElement dossier)
    {
        var found = dossier.GetProperty("case");
        string Of(params string[] path)
        {
            var at = found;
            return path.All(part => at.ValueKind == JsonValueKind.Object && at.TryGetProperty(part, out at)) ? Text(at) : "nothing";
        }

        return new()
        {
            ["kind"] = Of("kind"),
            ["regime"] = Of("regime"),
            ["status"] = Of("status"),
            ["outcome"] = Of("outcome"),
            ["round"] = Of("reopenRound"),
            ["executor"] = Of("route", "body"),
            ["unit"] = Of("route", "executor"),
            ["profile"] = Of("deadlines", "profile"),
            ["priority"] = Of("priority"),
            ["rating"] = Of("rating", "score"),
            ["sstu"] = Of("sstu"),
            ["links"] = $"[{string.Join(", ", dossier.GetProperty("links").EnumerateArray().Select(link => link.GetProperty("adapter").GetString()))}]",
        };
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "nothing",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Text))}]",
        _ => value.GetRawText(),
    };
}
