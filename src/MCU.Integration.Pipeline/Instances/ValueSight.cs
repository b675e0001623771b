using System.Text.Json.Nodes;
using MCU.Integration.Mapping.Schemas;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>
/// How much of the values of an instance somebody sees: inputs, variables, outputs and payloads may be personal, and no schema says which. Ids, truth values and the
/// shape stay visible, so that a masked instance can still be followed.
/// </summary>
public sealed class ValueSight
{
    private readonly Func<JsonNode?, JsonNode?> _show;

    private ValueSight(Func<JsonNode?, JsonNode?> show) => _show = show;

    /// <summary>Everything as it is.</summary>
    public static ValueSight Plain { get; } = new(value => value?.DeepClone());

    /// <summary>The shape, ids and truth values.</summary>
    public static ValueSight Masked { get; } = new(Mask);

    /// <summary>Nothing.</summary>
    public static ValueSight Hidden { get; } = new(_ => null);

    /// <summary>A copy of a value as it may be seen.</summary>
    public JsonNode? Show(JsonNode? value) => _show(value);

    /// <summary>A message as it may be seen: that of an exception may quote what the script read.</summary>
    public string? ShowText(string? text) => text is null || this == Plain ? text : PiiMasker.Mask;

    /// <summary>A copy of named values as they may be seen; empty when nothing may be.</summary>
    public JsonObject ShowAll(IEnumerable<KeyValuePair<string, JsonNode?>>? values) => this == Hidden
        ? []
        : new((values ?? []).Select(value => KeyValuePair.Create(value.Key, _show(value.Value))));

    private static JsonNode? Mask(JsonNode? value) => value switch
    {
        null => null,
        JsonObject json => new JsonObject(json.Select(property => KeyValuePair.Create(property.Key, Mask(property.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Mask)]),
        _ when value.AsBoolean() is not null || Guid.TryParse(value.AsString(), out _) => value.DeepClone(),
        _ => PiiMasker.Mask,
    };
}
