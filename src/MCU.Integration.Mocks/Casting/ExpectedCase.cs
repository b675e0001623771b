using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.Casting;

/// <summary>What must come of one question. It follows from the scene, never from what a hub made of it.</summary>
/// <param name="Id">Its id at the source.</param>
/// <param name="Status">Main status in the end.</param>
/// <param name="Links">Systems that know the case, the source first.</param>
internal sealed record ExpectedCase(string Id, string Kind, string Regime, string Status, string? Outcome, string Executor, string? Unit, string Profile, params string[] Links)
{
    public int Round { get; init; }

    public string? Category { get; init; }

    public string? Subcategory { get; init; }

    public string? District { get; init; }

    public string? Oktmo { get; init; }

    public string? Priority { get; init; }

    public int? Rating { get; init; }

    public string? Sstu { get; init; }

    /// <summary>How many days before the city began it was received.</summary>
    public int Day { get; init; }

    public string Source { get; init; } = "pos";

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["kind"] = Kind,
            ["regime"] = Regime,
            ["status"] = Status,
            ["outcome"] = Outcome,
            ["round"] = Round,
            ["executor"] = Executor,
            ["unit"] = Unit,
            ["profile"] = Profile,
            ["links"] = new JsonArray([.. Links.Select(link => JsonValue.Create(link))]),
        };
        foreach (var (name, value) in new (string, JsonNode?)[] { ("priority", Priority), ("rating", Rating), ("sstu", Sstu) })
        {
            if (value is not null)
            {
                json[name] = value;
            }
        }

        json["heatMap"] = new JsonObject
        {
            ["day"] = $"{{day-{Day}}}",
            ["oktmo"] = Oktmo,
            ["district"] = District,
            ["source"] = Source,
            ["category"] = Category,
            ["subcategory"] = Subcategory,
            ["resolved"] = Status is "answered" or "closed",
        };
        return json;
    }
}
