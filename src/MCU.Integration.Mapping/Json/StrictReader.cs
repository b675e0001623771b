using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MCU.Integration.Mapping.Json;

/// <summary>One pass over a document that is valid UTF-8; collects what <see cref="StrictJson"/> refuses.</summary>
internal ref struct StrictReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly StrictJsonLimits _limits;
    private readonly List<JsonProblem> _problems = [];
    private readonly Stack<Frame> _frames = new();
    private Utf8JsonReader _reader;

    public StrictReader(ReadOnlySpan<byte> bytes, StrictJsonLimits limits)
    {
        _bytes = bytes;
        _limits = limits;

        // One more than allowed, so that the limit is our problem with a pointer and not the reader's exception.
        _reader = new(bytes, new JsonReaderOptions { MaxDepth = limits.MaxDepth + 1 });
    }

    public List<JsonProblem> Read()
    {
        try
        {
            while (_problems.Count < _limits.MaxProblems && _reader.Read())
            {
                if (!Visit())
                {
                    break;
                }
            }
        }
        catch (JsonException malformed)
        {
            // The reader counts lines from 0 and columns in bytes.
            var offset = LineStart((int)(malformed.LineNumber ?? 0)) + (malformed.BytePositionInLine ?? 0);
            Add("json.malformed", "The document is not well-formed JSON here.", offset);
        }

        return _problems;
    }

    // False when reading cannot go on.
    private readonly bool Visit()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                VisitName();
                return true;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                NextItem();
                if (_reader.CurrentDepth >= _limits.MaxDepth)
                {
                    Add("json.too_deep", $"The document is nested deeper than {_limits.MaxDepth} levels.", _reader.TokenStartIndex);
                    return false;
                }

                _frames.Push(new(_reader.TokenType == JsonTokenType.StartArray));
                return true;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _frames.Pop();
                return true;
            case JsonTokenType.String:
                NextItem();
                CheckedText();
                return true;
            case JsonTokenType.Number:
                NextItem();
                VisitNumber();
                return true;
            default:
                NextItem();
                return true;
        }
    }

    private readonly void VisitName()
    {
        var frame = _frames.Peek();
        var name = CheckedText() ?? "";
        frame.Name = name;
        if (!frame.Names.Add(name))
        {
            Add("json.duplicate_key", "The object has this key twice.", _reader.TokenStartIndex);
        }
    }

    private readonly void VisitNumber()
    {
        if (_reader.ValueSpan.Length > _limits.MaxNumberLength)
        {
            Add("json.number_too_long", $"The number has more than {_limits.MaxNumberLength} characters.", _reader.TokenStartIndex);
        }
        else if (!double.IsFinite(double.Parse(_reader.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture)))
        {
            Add("json.number_range", "The number is out of range.", _reader.TokenStartIndex);
        }
    }

    // The text, or null when it holds what no text may hold.
    private readonly string? CheckedText()
    {
        if (!_reader.ValueIsEscaped)
        {
            return _reader.TokenType == JsonTokenType.PropertyName ? _reader.GetString() : null;
        }

        string? text;
        try
        {
            text = _reader.GetString();
        }
        catch (InvalidOperationException)
        {
            Add("json.surrogate", "The text has half a surrogate pair.", _reader.TokenStartIndex);
            return null;
        }

        if (text!.Contains('\0', StringComparison.Ordinal))
        {
            Add("json.nul", "The text has a NUL character.", _reader.TokenStartIndex);
        }

        return text;
    }

    private readonly void NextItem()
    {
        if (_frames.TryPeek(out var frame) && frame.IsArray)
        {
            frame.Index++;
        }
    }

    private readonly void Add(string code, string message, long offset)
    {
        var place = TextPlace.Of(_bytes, offset);
        _problems.Add(new(Pointer(), code, message, place.Line, place.Column));
    }

    private readonly string Pointer()
    {
        var pointer = new StringBuilder();
        foreach (var frame in _frames.Reverse())
        {
            if (frame.IsArray && frame.Index >= 0)
            {
                pointer.Append('/').Append(frame.Index.ToString(CultureInfo.InvariantCulture));
            }
            else if (!frame.IsArray && frame.Name is { } name)
            {
                pointer.Append('/').Append(JsonPointer.Escape(name));
            }
        }

        return pointer.ToString();
    }

    private readonly int LineStart(int line)
    {
        var at = 0;
        for (; line > 0; line--)
        {
            var next = _bytes[at..].IndexOf((byte)'\n');
            if (next < 0)
            {
                break;
            }

            at += next + 1;
        }

        return at;
    }

    private sealed class Frame(bool isArray)
    {
        private HashSet<string>? _names;

        public bool IsArray { get; } = isArray;

        public int Index { get; set; } = -1;

        public string? Name { get; set; }

        public HashSet<string> Names => _names ??= new(StringComparer.Ordinal);
    }
}
