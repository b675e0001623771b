using System.Text.Json.Nodes;
using MCU.Integration.Mocks.Samples;

namespace MCU.Integration.Mocks.Pos;

/// <summary>A message as ПОС keeps it.</summary>
internal sealed class PosRecord(string id, SampleLife life)
{
    public string Id => id;

    public SampleLife Life => life;

    public string Status { get; set; } = "NEW";

    /// <summary>Where it goes back to after a clarification.</summary>
    public string StatusBefore { get; set; } = "NEW";

    public int Revision { get; set; }

    public int Round { get; set; }

    public string? ResultType { get; set; }

    public int Score { get; set; }

    /// <summary>Every status it was in, oldest first.</summary>
    public List<string> History { get; } = ["NEW"];

    public List<string> AnswerFiles { get; } = [];

    public HashSet<Reaction> Fired { get; } = [];

    public JsonObject ToState() => new()
    {
        ["id"] = id,
        ["status"] = Status,
        ["revision"] = Revision,
        ["round"] = Round,
        ["resultType"] = ResultType,
        ["score"] = Score,
        ["history"] = new JsonArray([.. History.Select(status => JsonValue.Create(status))]),
        ["answerFiles"] = new JsonArray([.. AnswerFiles.Select(file => JsonValue.Create(file))]),
    };
}
