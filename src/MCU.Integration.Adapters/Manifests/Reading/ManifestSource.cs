using System.Globalization;
using System.Text.Json;
using MCU.Integration.Adapters.Templates;
using MCU.Integration.Domain.Values;
using MCU.Integration.Mapping.Json;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Adapters.Manifests.Reading;

/// <summary>
/// An object of the manifest being read. Every getter reports what is wrong with its field and goes on with a harmless value, so that one reading
/// finds all problems; <see cref="Done"/> reports the fields that nobody asked for.
/// </summary>
internal sealed class ManifestSource
{
    private readonly JsonElement _element;
    private readonly List<Problem> _problems;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public ManifestSource(JsonElement element, string at, List<Problem> problems)
    {
        _problems = problems;
        At = at;
        if (element.ValueKind == JsonValueKind.Object)
        {
            _element = element;
            return;
        }

        Report("", "type", "An object is expected here.");
        _element = JsonSerializer.SerializeToElement(new { });
    }

    /// <summary>Pointer of this object.</summary>
    public string At { get; }

    public static string Escape(string token) => token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public bool Has(string name) => Find(name) is not null;

    public string? Text(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            Report(name, "type", "Text is expected here.");
            return null;
        }

        return value.GetString();
    }

    public string RequiredText(string name)
    {
        if (!Has(name))
        {
            Report(name, "required", $"'{name}' is missing.");
            return "";
        }

        var text = Text(name);
        if (text is { Length: 0 })
        {
            Report(name, "empty", $"'{name}' is empty.");
        }

        return text ?? "";
    }

    public bool Flag(string name, bool otherwise)
    {
        if (Find(name) is not { } value)
        {
            return otherwise;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Report(name, "type", "true or false is expected here.");
        return otherwise;
    }

    public long Number(string name, long otherwise, long least, long most)
    {
        if (Find(name) is not { } value)
        {
            return otherwise;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Report(name, "range", $"A whole number from {least} to {most} is expected here.");
        return otherwise;
    }

    public T Word<T>(string name, T otherwise, IReadOnlyDictionary<string, T> words)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (words.TryGetValue(text, out var value))
        {
            return value;
        }

        Report(name, "unknown_word", $"One of these is expected here: {string.Join(", ", words.Keys)}.");
        return otherwise;
    }

    public T EnumWordOf<T>(string name, T otherwise)
        where T : struct, Enum => Word(name, otherwise, EnumWord.All<T>().ToDictionary(word => word, word => EnumWord.TryParse<T>(word, out var value) ? value : otherwise));

    /// <summary>A number with <c>ms</c>, <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>.</summary>
    public TimeSpan Duration(string name, TimeSpan otherwise)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        var digits = text.TrimEnd('m', 's', 'h', 'd');
        TimeSpan? unit = text[digits.Length..] switch
        {
            "ms" => TimeSpan.FromMilliseconds(1),
            "s" => TimeSpan.FromSeconds(1),
            "m" => TimeSpan.FromMinutes(1),
            "h" => TimeSpan.FromHours(1),
            "d" => TimeSpan.FromDays(1),
            _ => null,
        };
        if (unit is { } one && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= TimeSpan.FromDays(366) / one)
        {
            return one * count;
        }

        Report(name, "duration", "A duration such as 500ms, 5s, 10m, 2h or 1d is expected here.");
        return otherwise;
    }

    public JsonPointer? Pointer(string name) => Text(name) is { } text ? ParsePointer(Escape(name), text) : null;

    public JsonPointer RequiredPointer(string name)
    {
        if (!Has(name))
        {
            Report(name, "required", $"'{name}' is missing.");
        }

        return Pointer(name) ?? JsonPointer.Parse("");
    }

    public IReadOnlyList<JsonPointer> Pointers(string name) =>
        [.. Texts(name).Select((text, i) => ParsePointer($"{Escape(name)}/{i}", text)).OfType<JsonPointer>()];

    public Template? Template(string name) => Text(name) is { } text ? ParseTemplate(Escape(name), text) : null;

    public Template RequiredTemplate(string name) => RequiredText(name) is { Length: > 0 } text ? ParseTemplate(Escape(name), text) : Templates.Template.Parse("");

    public IReadOnlyList<string> Texts(string name)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Report(name, "type", "A list is expected here.");
            return [];
        }

        var texts = new List<string>();
        foreach (var (item, i) in value.EnumerateArray().Select((item, i) => (item, i)))
        {
            if (item.ValueKind == JsonValueKind.String)
            {
                texts.Add(item.GetString()!);
            }
            else
            {
                ReportAt($"{Escape(name)}/{i}", "type", "Text is expected here.");
            }
        }

        return texts;
    }

    public IReadOnlyList<int> Codes(string name)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }

        var codes = value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var code) ? code : 0).ToList()
            : [];
        if (codes.Count == 0 || codes.Exists(code => code is < 200 or > 599))
        {
            Report(name, "status_codes", "A list of HTTP status codes (200–599) is expected here.");
            return [];
        }

        return codes;
    }

    public IReadOnlyDictionary<string, Template> Headers(string name) => Entries(name, (child, key) => child.RequiredTemplate(key));

    public IReadOnlyDictionary<string, JsonPointer> PointerMap(string name) => Entries(name, (child, key) => child.RequiredPointer(key));

    /// <summary>An object whose names are pointers and whose values are templates.</summary>
    public IReadOnlyList<(JsonPointer Pointer, Template Value)> PointerTemplates(string name)
    {
        var pairs = new List<(JsonPointer, Template)>();
        foreach (var (text, template) in Entries(name, (child, key) => child.RequiredTemplate(key)))
        {
            if (ParsePointer($"{Escape(name)}/{Escape(text)}", text) is { } pointer)
            {
                pairs.Add((pointer, template));
            }
        }

        return pairs;
    }

    /// <summary>Null when there is no such field.</summary>
    public ManifestSource? Child(string name) => Find(name) is { } value ? new(value, $"{At}/{Escape(name)}", _problems) : null;

    public ManifestSource ChildOrEmpty(string name) => Child(name) ?? new(JsonSerializer.SerializeToElement(new { }), $"{At}/{Escape(name)}", _problems);

    public IReadOnlyList<ManifestSource> List(string name)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray().Select((item, i) => new ManifestSource(item, $"{At}/{Escape(name)}/{i}", _problems))];
        }

        Report(name, "type", "A list is expected here.");
        return [];
    }

    /// <summary>The named objects of a field.</summary>
    public IReadOnlyDictionary<string, T> Map<T>(string name, Func<ManifestSource, string, T> read) =>
        Entries(name, (child, key) => read(child.ChildOrEmpty(key), key));

    public bool IsNull(string name) => Find(name) is { ValueKind: JsonValueKind.Null };

    public bool IsText(string name) => _element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String;

    public void Report(string name, string code, string message) => ReportAt(Escape(name), code, message);

    /// <summary>Reports the fields that are in the file but not in the format: mostly misspelt ones.</summary>
    public void Done()
    {
        foreach (var property in _element.EnumerateObject().Where(property => !_known.Contains(property.Name)))
        {
            Report(property.Name, "unknown_field", $"There is no field '{property.Name}' here.");
        }
    }

    private IReadOnlyDictionary<string, T> Entries<T>(string name, Func<ManifestSource, string, T> read)
    {
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        if (Child(name) is { } child)
        {
            foreach (var key in child._element.EnumerateObject().Select(property => property.Name))
            {
                entries[key] = read(child, key);
            }
        }

        return entries;
    }

    private JsonPointer? ParsePointer(string relative, string text)
    {
        try
        {
            return JsonPointer.Parse(text);
        }
        catch (FormatException exception)
        {
            ReportAt(relative, "pointer", exception.Message);
            return null;
        }
    }

    private Template ParseTemplate(string relative, string text)
    {
        try
        {
            return Templates.Template.Parse(text);
        }
        catch (FormatException exception)
        {
            ReportAt(relative, "template", exception.Message);
            return Templates.Template.Parse("");
        }
    }

    private void ReportAt(string relative, string code, string message) =>
        _problems.Add(new(relative.Length == 0 ? At : $"{At}/{relative}", code, message));

    private JsonElement? Find(string name)
    {
        _known.Add(name);
        return _element.TryGetProperty(name, out var value) ? value : null;
    }
}
