using System.Globalization;
using System.Text.Json;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Content;

/// <summary>
/// Reads one JSON object property by property and collects what is wrong with it, each with its pointer. What cannot be read
/// becomes a harmless stand-in: a result with an error is thrown away as a whole.
/// </summary>
internal sealed class ObjectReader(JsonElement element, string pointer, List<RuleProblem> problems)
{
    private readonly HashSet<string> _known = ["$schema", "$comment"];

    public string Pointer => pointer;

    public IEnumerable<string> Names => element.EnumerateObject().Select(property => property.Name);

    public bool Has(string name) => element.TryGetProperty(name, out _);

    public string PointerTo(string name) => $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public void Report(string name, string code, string message, ProblemSeverity severity = ProblemSeverity.Error) =>
        problems.Add(new(name.Length == 0 ? pointer : PointerTo(name), code, message) { Severity = severity });

    public void ReportAt(string at, string code, string message, ProblemSeverity severity = ProblemSeverity.Error) =>
        problems.Add(new(at, code, message) { Severity = severity });

    /// <summary>Reports every property that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var name in Names.Where(name => !_known.Contains(name)))
        {
            Report(name, RuleProblemCodes.UnknownProperty, $"The format has no property '{name}'.");
        }
    }

    public string Text(string name) => OptionalText(name) ?? Missing(name, "");

    public string? OptionalText(string name)
    {
        if (Take(name, JsonValueKind.String) is not { } value)
        {
            return null;
        }

        var text = value.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
        {
            Report(name, RuleProblemCodes.InvalidValue, "The text is empty.");
        }

        return text;
    }

    public string Key(string name)
    {
        var key = Text(name);
        if (key.Length > 0 && !IsKey(key))
        {
            Report(name, RuleProblemCodes.InvalidValue, "A key has lower-case Latin letters, digits, '.', '-' and '_', at most 64.");
        }

        return key;
    }

    public int Integer(string name, int min, int max) => OptionalInteger(name, min, max) ?? Missing(name, min);

    public int? OptionalInteger(string name, int min, int max)
    {
        if (Take(name, JsonValueKind.Number) is not { } value)
        {
            return null;
        }

        if (value.TryGetInt32(out var number) && number >= min && number <= max)
        {
            return number;
        }

        Report(name, RuleProblemCodes.InvalidValue, string.Create(CultureInfo.InvariantCulture, $"Expected a whole number from {min} to {max}."));
        return min;
    }

    /// <summary>A number from 0 upwards.</summary>
    public double Number(string name)
    {
        if (Take(name, JsonValueKind.Number) is not { } value)
        {
            return Missing(name, 0d);
        }

        if (value.TryGetDouble(out var number) && number >= 0 && double.IsFinite(number))
        {
            return number;
        }

        Report(name, RuleProblemCodes.InvalidValue, "Expected a number from 0 upwards.");
        return 0;
    }

    public bool Flag(string name, bool whenAbsent)
    {
        if (!Find(name, out var value))
        {
            return whenAbsent;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        WrongType(name, "true or false");
        return whenAbsent;
    }

    public T Word<T>(string name)
        where T : struct, Enum => OptionalWord<T>(name) ?? Missing(name, default(T));

    public T? OptionalWord<T>(string name)
        where T : struct, Enum
    {
        if (Take(name, JsonValueKind.String) is not { } value)
        {
            return null;
        }

        if (EnumWord.TryParse<T>(value.GetString(), out var word))
        {
            return word;
        }

        ReportUnknownWord<T>(PointerTo(name));
        return default(T);
    }

    public DateOnly Date(string name) => OptionalDate(name) ?? Missing(name, DateOnly.MinValue);

    public DateOnly? OptionalDate(string name)
    {
        if (Take(name, JsonValueKind.String) is not { } value)
        {
            return null;
        }

        if (TryReadDate(value.GetString()!, out var date))
        {
            return date;
        }

        Report(name, RuleProblemCodes.InvalidValue, "Expected a date, yyyy-MM-dd.");
        return DateOnly.MinValue;
    }

    public TimeOnly? OptionalTime(string name)
    {
        if (Take(name, JsonValueKind.String) is not { } value)
        {
            return null;
        }

        if (TimeOnly.TryParseExact(value.GetString(), ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        Report(name, RuleProblemCodes.InvalidValue, "Expected a time, HH:mm or HH:mm:ss.");
        return TimeOnly.MinValue;
    }

    /// <summary>A list of texts, none empty or twice; a list that stands there has at least one element.</summary>
    public ValueList<string> Texts(string name) => List(name, JsonValueKind.String, "a text", (item, at) =>
    {
        var text = item.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
        {
            ReportAt(at, RuleProblemCodes.InvalidValue, "The text is empty.");
        }

        return text;
    });

    public ValueList<T> Words<T>(string name)
        where T : struct, Enum => List(name, JsonValueKind.String, "a word", (item, at) =>
        {
            if (!EnumWord.TryParse<T>(item.GetString(), out var word))
            {
                ReportUnknownWord<T>(at);
            }

            return word;
        });

    public ValueList<DateOnly> Dates(string name) => List(name, JsonValueKind.String, "a date", (item, at) =>
    {
        if (!TryReadDate(item.GetString()!, out var date))
        {
            ReportAt(at, RuleProblemCodes.InvalidValue, "Expected a date, yyyy-MM-dd.");
        }

        return date;
    });

    /// <summary>An object, or null.</summary>
    public T? Object<T>(string name, Func<ObjectReader, T> read)
        where T : class
    {
        if (Take(name, JsonValueKind.Object) is not { } value)
        {
            return null;
        }

        return ReadObject(value, PointerTo(name), read);
    }

    /// <summary>A list of objects; empty when absent.</summary>
    public IReadOnlyList<T> Objects<T>(string name, Func<ObjectReader, T> read)
    {
        if (Take(name, JsonValueKind.Array) is not { } array)
        {
            return [];
        }

        List<T> items = [];
        foreach (var (index, item) in array.EnumerateArray().Index())
        {
            var at = $"{PointerTo(name)}/{index.ToString(CultureInfo.InvariantCulture)}";
            if (item.ValueKind == JsonValueKind.Object)
            {
                items.Add(ReadObject(item, at, read));
            }
            else
            {
                ReportAt(at, RuleProblemCodes.WrongType, "Expected an object.");
            }
        }

        return items;
    }

    /// <summary>Reports that a required property is missing, unless it is there in a wrong shape.</summary>
    public T Missing<T>(string name, T standIn)
    {
        if (!Has(name))
        {
            Report(name, RuleProblemCodes.Required, $"'{name}' is required.");
        }

        return standIn;
    }

    private static bool IsKey(string key) =>
        key.Length <= 64 && key.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '.' or '-' or '_');

    private static bool TryReadDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private T ReadObject<T>(JsonElement value, string at, Func<ObjectReader, T> read)
    {
        var reader = new ObjectReader(value, at, problems);
        var result = read(reader);
        reader.Finish();
        return result;
    }

    private ValueList<T> List<T>(string name, JsonValueKind kind, string what, Func<JsonElement, string, T> read)
    {
        if (Take(name, JsonValueKind.Array) is not { } array)
        {
            return [];
        }

        HashSet<T> seen = [];
        List<T> items = [];
        foreach (var (index, item) in array.EnumerateArray().Index())
        {
            var at = $"{PointerTo(name)}/{index.ToString(CultureInfo.InvariantCulture)}";
            if (item.ValueKind != kind)
            {
                ReportAt(at, RuleProblemCodes.WrongType, $"Expected {what}.");
                continue;
            }

            var value = read(item, at);
            if (!seen.Add(value))
            {
                ReportAt(at, RuleProblemCodes.Duplicate, $"'{item.GetString()}' stands here twice.");
            }

            items.Add(value);
        }

        return items.ToValueList();
    }

    private JsonElement? Take(string name, JsonValueKind kind)
    {
        if (!Find(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == kind)
        {
            return value;
        }

        WrongType(name, kind switch
        {
            JsonValueKind.String => "a text",
            JsonValueKind.Number => "a number",
            JsonValueKind.Array => "a list",
            _ => "an object",
        });
        return null;
    }

    private bool Find(string name, out JsonElement value)
    {
        _known.Add(name);
        return element.TryGetProperty(name, out value);
    }

    private void WrongType(string name, string expected) => Report(name, RuleProblemCodes.WrongType, $"Expected {expected}.");

    private void ReportUnknownWord<T>(string at)
        where T : struct, Enum =>
        ReportAt(at, RuleProblemCodes.InvalidValue, $"Expected one of: {string.Join(", ", EnumWord.All<T>())}.");
}
