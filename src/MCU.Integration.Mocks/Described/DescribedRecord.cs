using System.Text.Json.Nodes;
using MCU.Integration.Mocks.City;

namespace MCU.Integration.Mocks.Described;

/// <summary>A record of a described system.</summary>
internal sealed class DescribedRecord(CityRun city, string id, JsonObject document, ScriptLife life, string status)
{
    public string Id => id;

    public JsonObject Document => document;

    public ScriptLife Life => life;

    public string Status { get; set; } = status;

    public List<string> History { get; } = [status];

    public int Revision { get; set; } = 1;

    public int Round { get; set; }

    public int NextStep { get; set; }

    /// <summary>A step is planned already.</summary>
    public bool Planned { get; set; }

    /// <summary>Nothing more happens by itself.</summary>
    public bool Ended { get; set; }

    /// <summary>Routes that the hub used since the last movement.</summary>
    public HashSet<string> Heard { get; } = [];

    /// <summary>Keys of moves and notes done, by route.</summary>
    public HashSet<(string Route, string Key)> Done { get; } = [];

    /// <summary>Names by the reference that the hub gave.</summary>
    public Dictionary<string, string> Files { get; } = [];

    public List<JsonObject> Notes { get; } = [];

    public RecordTelling Telling { get; } = new(city);

    public ScriptStep? Next()
    {
        var steps = life.Rounds[Math.Min(Round, life.Rounds.Count - 1)];
        return NextStep < steps.Count ? steps[NextStep] : null;
    }

    public JsonObject ToState() => new()
    {
        ["id"] = id,
        ["status"] = Status,
        ["history"] = new JsonArray([.. History.Select(item => JsonValue.Create(item))]),
        ["revision"] = Revision,
        ["round"] = Round,
        ["files"] = new JsonArray([.. Files.Values.Select(file => JsonValue.Create(file))]),
        ["notes"] = new JsonArray([.. Notes.Select(note => note.DeepClone())]),
        ["document"] = document.DeepClone(),
    };
}
