using System.Globalization;
using System.Text.Json;

namespace MCU.Integration.Mapping.Schemas.Keywords;

[Flags]
internal enum JsonTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Number = 8,
    Text = 16,
    Array = 32,
    Object = 64,
}

internal sealed class TypeRule(JsonTypes allowed, string names) : SchemaRule
{
    private readonly string _message = $"Must be of type {names}.";

    public static JsonTypes TypeOf(string? name) => name switch
    {
        "null" => JsonTypes.Null,
        "boolean" => JsonTypes.Boolean,
        "integer" => JsonTypes.Integer,
        "number" => JsonTypes.Number,
        "string" => JsonTypes.Text,
        "array" => JsonTypes.Array,
        "object" => JsonTypes.Object,
        _ => JsonTypes.None,
    };

    public override bool Check(JsonElement value, Evaluation run)
    {
        var matches = value.ValueKind switch
        {
            JsonValueKind.String => allowed.HasFlag(JsonTypes.Text),
            JsonValueKind.Object => allowed.HasFlag(JsonTypes.Object),
            JsonValueKind.Array => allowed.HasFlag(JsonTypes.Array),
            JsonValueKind.Number => allowed.HasFlag(JsonTypes.Number) || (allowed.HasFlag(JsonTypes.Integer) && JsonNumber.IsInteger(value)),
            JsonValueKind.True or JsonValueKind.False => allowed.HasFlag(JsonTypes.Boolean),
            _ => allowed.HasFlag(JsonTypes.Null),
        };
        return matches || run.Fail("schema.type", _message, names);
    }
}

internal sealed class EnumRule(IReadOnlyList<JsonElement> values) : SchemaRule
{
    private readonly HashSet<string>? _texts = values.All(v => v.ValueKind == JsonValueKind.String)
        ? new(values.Select(v => v.GetString()!), StringComparer.Ordinal)
        : null;

    private readonly string _names = string.Join(", ", values.Select(v => v.GetRawText()));

    public override bool Check(JsonElement value, Evaluation run)
    {
        var found = _texts is not null
            ? value.ValueKind == JsonValueKind.String && _texts.Contains(value.GetString()!)
            : values.Any(allowed => JsonElement.DeepEquals(allowed, value));
        return found || run.Fail("schema.enum", $"Must be one of {_names}.", _names);
    }
}

internal sealed class ConstRule(JsonElement expected) : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run) =>
        JsonElement.DeepEquals(expected, value) || run.Fail("schema.const", $"Must be {expected.GetRawText()}.", expected.GetRawText());
}

internal sealed class LimitRule(string keyword, decimal limit) : SchemaRule
{
    private readonly string _limit = limit.ToString(CultureInfo.InvariantCulture);

    public override bool Check(JsonElement value, Evaluation run)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            return true;
        }

        var order = JsonNumber.Compare(value, limit);
        return keyword switch
        {
            "minimum" => order >= 0 || run.Fail("schema.minimum", $"Must be at least {_limit}.", _limit),
            "maximum" => order <= 0 || run.Fail("schema.maximum", $"Must be at most {_limit}.", _limit),
            "exclusiveMinimum" => order > 0 || run.Fail("schema.exclusiveMinimum", $"Must be more than {_limit}.", _limit),
            _ => order < 0 || run.Fail("schema.exclusiveMaximum", $"Must be less than {_limit}.", _limit),
        };
    }
}

internal sealed class MultipleOfRule(decimal step) : SchemaRule
{
    private readonly string _step = step.ToString(CultureInfo.InvariantCulture);

    public override bool Check(JsonElement value, Evaluation run) =>
        value.ValueKind != JsonValueKind.Number
        || JsonNumber.IsMultipleOf(value, step)
        || run.Fail("schema.multipleOf", $"Must be a multiple of {_step}.", _step);
}

/// <summary>Arithmetic on JSON numbers: decimal where it fits, binary beyond it.</summary>
internal static class JsonNumber
{
    public static bool IsInteger(JsonElement value) =>
        value.TryGetInt64(out _)
        || (value.TryGetDecimal(out var exact) ? exact == decimal.Truncate(exact) : value.TryGetDouble(out var binary) && Math.Floor(binary) == binary);

    public static int Compare(JsonElement value, decimal limit) =>
        value.TryGetDecimal(out var exact) ? exact.CompareTo(limit) : value.GetDouble().CompareTo((double)limit);

    public static bool IsMultipleOf(JsonElement value, decimal step) =>
        value.TryGetDecimal(out var exact) ? exact % step == 0 : Math.IEEERemainder(value.GetDouble(), (double)step) == 0;
}
