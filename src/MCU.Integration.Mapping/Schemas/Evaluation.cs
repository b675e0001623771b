using System.Globalization;
using System.Text;
using System.Text.Json;
using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Mapping.Schemas;

/// <summary>One run of a schema over a document: the place, the problems, and the properties that <c>unevaluatedProperties</c> asks about.</summary>
internal sealed class Evaluation(int maxProblems)
{
    private readonly List<(string? Name, int Index)> _path = [];
    private List<SchemaProblem>? _problems;
    private int _quiet;

    public IReadOnlyList<SchemaProblem> Problems => _problems ?? (IReadOnlyList<SchemaProblem>)[];

    /// <summary>True when further problems would not be told: the answer "invalid" is enough.</summary>
    public bool Enough => _quiet > 0 || _problems?.Count >= maxProblems;

    /// <summary>Names of the current object's properties that a subschema looked at; null when nobody asks.</summary>
    public HashSet<string>? Seen { get; set; }

    public bool Fail(string code, string message, params ReadOnlySpan<string> arguments)
    {
        if (!Enough)
        {
            (_problems ??= []).Add(new(Pointer(), code, message, arguments.ToArray()));
        }

        return false;
    }

    public bool FailAt(string name, string code, string message, params ReadOnlySpan<string> arguments)
    {
        _path.Add((name, 0));
        Fail(code, message, arguments);
        _path.RemoveAt(_path.Count - 1);
        return false;
    }

    public bool Property(SchemaNode node, string name, JsonElement value) => Child(node, value, (name, 0));

    public bool Item(SchemaNode node, int index, JsonElement value) => Child(node, value, (null, index));

    /// <summary>A subschema of the same place whose problems are ours.</summary>
    public bool Same(SchemaNode node, JsonElement value)
    {
        var outer = Seen;
        if (outer is not null)
        {
            Seen = new(StringComparer.Ordinal);
        }

        var valid = node.Check(value, this);
        if (outer is not null)
        {
            if (valid)
            {
                outer.UnionWith(Seen!);
            }

            Seen = outer;
        }

        return valid;
    }

    /// <summary>A subschema that is only tried: its problems are not told.</summary>
    public bool Try(SchemaNode node, JsonElement value)
    {
        _quiet++;
        var valid = Same(node, value);
        _quiet--;
        return valid;
    }

    public bool TryItem(SchemaNode node, int index, JsonElement value)
    {
        _quiet++;
        var valid = Item(node, index, value);
        _quiet--;
        return valid;
    }

    private bool Child(SchemaNode node, JsonElement value, (string?, int) step)
    {
        _path.Add(step);
        var outer = Seen;
        Seen = null;
        var valid = node.Check(value, this);
        Seen = outer;
        _path.RemoveAt(_path.Count - 1);
        return valid;
    }

    private string Pointer()
    {
        var pointer = new StringBuilder();
        foreach (var (name, index) in _path)
        {
            pointer.Append('/').Append(name is null ? index.ToString(CultureInfo.InvariantCulture) : JsonPointer.Escape(name));
        }

        return pointer.ToString();
    }
}
