using System.Text.Json.Nodes;
using MCU.Integration.Mocks.City;
using MCU.Integration.Mocks.Samples;

namespace MCU.Integration.Mocks.Sed;

/// <summary>A registration card as the СЭД keeps it.</summary>
internal sealed class SedCard(CityRun city, string id, string? externalRef, JsonObject document, SedScript script)
{
    public string Id => id;

    /// <summary><c>system:id</c> of the first external reference.</summary>
    public string? ExternalRef => externalRef;

    public JsonObject Document => document;

    public SedScript Script => script;

    public string? Status { get; set; }

    public string? RegistrationNumber { get; set; }

    public string? RegistrationDate { get; set; }

    public int Revision { get; set; }

    public int Round { get; set; }

    public int NextStep { get; set; }

    /// <summary>A note of the hub came since the last movement.</summary>
    public bool Heard { get; set; }

    /// <summary>A step is planned already.</summary>
    public bool Planned { get; set; }

    /// <summary>Names by the reference that the hub gave.</summary>
    public Dictionary<string, string> Files { get; } = [];

    /// <summary>References of the reopenings done.</summary>
    public HashSet<string> Reopenings { get; } = [];

    public List<JsonObject> Notes { get; } = [];

    public RecordTelling Telling { get; } = new(city);

    public bool Refers(string reference) => (document["external_refs"] as JsonArray ?? [])
        .OfType<JsonObject>()
        .Any(item => $"{item["system"]}:{item["id"]}" == reference);

    public JsonObject ToView() => new()
    {
        ["card_id"] = id,
        ["registration_number"] = RegistrationNumber,
        ["registration_date"] = RegistrationDate,
        ["status"] = Status,
        ["revision"] = Revision,
        ["external_refs"] = document["external_refs"]?.DeepClone(),
    };

    public JsonObject ToState() => new()
    {
        ["id"] = id,
        ["externalRef"] = externalRef,
        ["status"] = Status,
        ["revision"] = Revision,
        ["round"] = Round,
        ["registrationNumber"] = RegistrationNumber,
        ["files"] = new JsonArray([.. Files.Values.Select(file => JsonValue.Create(file))]),
        ["notes"] = new JsonArray([.. Notes.Select(note => note.DeepClone())]),
        ["dueAt"] = document["control"]?["due_at"]?.DeepClone(),
        ["executor"] = document["executor"]?.DeepClone(),
    };
}
