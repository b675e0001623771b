using System.Text.Json;
using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Mapping.Maps;

/// <summary>
/// One rule as it was written; docs/mapping/maps.md says what it means. Exactly one of <see cref="From"/>, <see cref="Each"/>, <see cref="Value"/>,
/// <see cref="Liquid"/> and <see cref="JavaScript"/> is set.
/// </summary>
/// <param name="Place">Pointer of the rule in the map, e.g. <c>/rules/3/rules/0</c>.</param>
/// <param name="To">Pointer into the target; of a nested rule, into the object that it makes.</param>
public sealed record MapRule(string Place, JsonPointer To)
{
    public string? When { get; init; }

    public string? From { get; init; }

    public string? Each { get; init; }

    public JsonElement? Value { get; init; }

    public string? Liquid { get; init; }

    public string? JavaScript { get; init; }

    /// <summary>Null when the value is not translated by rules.</summary>
    public IReadOnlyList<MapRule>? Rules { get; init; }

    /// <summary>Key of the map that translates the value.</summary>
    public string? Map { get; init; }

    public CodeListUse? CodeList { get; init; }

    public bool Trim { get; init; }

    /// <summary>Characters.</summary>
    public int? MaxLength { get; init; }

    public ConvertTo? As { get; init; }

    /// <summary>Exact format of the text that is read as a date.</summary>
    public string? Format { get; init; }

    public JsonElement? Default { get; init; }

    public EmptyTarget Empty { get; init; }
}
