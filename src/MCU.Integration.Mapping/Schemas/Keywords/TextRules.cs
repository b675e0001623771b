using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MCU.Integration.Mapping.Schemas.Keywords;

internal sealed class TextLengthRule(int min, int max) : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return true;
        }

        var text = value.GetString()!;
        if (text.Length < min || (text.Length < 2L * min && Characters(text) < min))
        {
            return run.Fail("schema.minLength", $"Must have at least {min} characters.", min.ToString(CultureInfo.InvariantCulture));
        }

        return text.Length <= max
            || Characters(text) <= max
            || run.Fail("schema.maxLength", $"Must have at most {max} characters.", max.ToString(CultureInfo.InvariantCulture));
    }

    // Unicode characters, as the standard counts; a surrogate pair is one.
    private static int Characters(string text)
    {
        var count = text.Length;
        foreach (var unit in text)
        {
            if (char.IsLowSurrogate(unit))
            {
                count--;
            }
        }

        return count;
    }
}

internal sealed class PatternRule(Regex pattern, string source) : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run) =>
        value.ValueKind != JsonValueKind.String
        || pattern.IsMatch(value.GetString()!)
        || run.Fail("schema.pattern", $"Must match the pattern {source}.", source);
}

internal sealed class FormatRule(string name, Func<string, bool> matches) : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run) =>
        value.ValueKind != JsonValueKind.String
        || matches(value.GetString()!)
        || run.Fail("schema.format", $"Must be a valid {name}.", name);
}
