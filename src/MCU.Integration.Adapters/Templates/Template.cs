using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Adapters.Templates;

/// <summary>Text with insertions: <c>/cards/{step.card.id}/files?ref={item/id}</c>. Parsed once, immutable.</summary>
public sealed class Template
{
    private readonly IReadOnlyList<object> _parts;

    private Template(string text, IReadOnlyList<object> parts)
    {
        Text = text;
        _parts = parts;
        Insertions = [.. parts.OfType<Insertion>()];
    }

    public string Text { get; }

    public IReadOnlyList<Insertion> Insertions { get; }

    /// <exception cref="FormatException">A brace is not closed, or what stands in it is no insertion.</exception>
    public static Template Parse(string text)
    {
        var parts = new List<object>();
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '{' or '}' && i + 1 < text.Length && text[i + 1] == c)
            {
                literal.Append(c);
                i++;
            }
            else if (c == '}')
            {
                throw new FormatException("A closing brace stands alone; write }} for a brace.");
            }
            else if (c == '{')
            {
                var end = text.IndexOf('}', i);
                if (end < 0)
                {
                    throw new FormatException("A brace is not closed; write {{ for a brace.");
                }

                AddLiteral();
                parts.Add(ParseInsertion(text[(i + 1)..end]));
                i = end;
            }
            else
            {
                literal.Append(c);
            }
        }

        AddLiteral();
        return new(text, parts);

        void AddLiteral()
        {
            if (literal.Length > 0)
            {
                parts.Add(literal.ToString());
                literal.Clear();
            }
        }
    }

    /// <summary>The text with its values inserted as they are.</summary>
    /// <exception cref="MissingValueException">A value is missing, or is no scalar.</exception>
    public string Render(TemplateScope scope) => Render(scope, static value => value);

    /// <summary>The text with its values percent-encoded, for paths and queries: a value can neither leave its segment nor add a parameter.</summary>
    /// <exception cref="MissingValueException">A value is missing, or is no scalar.</exception>
    public string RenderUri(TemplateScope scope) => Render(scope, EscapeSegment);

    /// <summary>For JSON: a template that is one insertion keeps the type of its value, anything else is a string.</summary>
    /// <exception cref="MissingValueException">A value is missing.</exception>
    public JsonNode? RenderJson(TemplateScope scope)
    {
        if (_parts is not [Insertion insertion])
        {
            return JsonValue.Create(Render(scope));
        }

        if (insertion.Kind == InsertionKind.AllStepResults)
        {
            return new JsonArray([.. All(insertion, scope).Select(ToNode)]);
        }

        return insertion.Kind == InsertionKind.Key ? JsonValue.Create(scope.Key) : ToNode(Find(insertion, scope));
    }

    public override string ToString() => Text;

    private static Insertion ParseInsertion(string text)
    {
        if (text == "key")
        {
            return new(InsertionKind.Key, text, null, null, null);
        }

        if (text.StartsWith('/'))
        {
            return new(InsertionKind.Document, text, JsonPointer.Parse(text), null, null);
        }

        if (text == "item" || text.StartsWith("item/", StringComparison.Ordinal))
        {
            return new(InsertionKind.Item, text, JsonPointer.Parse(text["item".Length..]), null, null);
        }

        if (text.Split('.') is ["step", { Length: > 0 } step, { Length: > 0 } result])
        {
            return step.EndsWith("[]", StringComparison.Ordinal)
                ? new(InsertionKind.AllStepResults, text, null, step[..^2], result)
                : new(InsertionKind.StepResult, text, null, step, result);
        }

        throw new FormatException($"'{{{text}}}' is none of {{/pointer}}, {{item/pointer}}, {{step.name.result}}, {{step.name[].result}}, {{key}}.");
    }

    private static JsonElement Find(Insertion insertion, TemplateScope scope)
    {
        var found = insertion.Kind switch
        {
            InsertionKind.Document => insertion.Pointer!.Evaluate(scope.Document),
            InsertionKind.Item when scope.Item is { } item => insertion.Pointer!.Evaluate(item),
            InsertionKind.StepResult => All(insertion, scope).Select(value => (JsonElement?)value).FirstOrDefault(),
            _ => null,
        };
        return found is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } value ? value : throw new MissingValueException(insertion.Text);
    }

    private static IEnumerable<JsonElement> All(Insertion insertion, TemplateScope scope)
    {
        foreach (var result in scope.Results.GetValueOrDefault(insertion.Step!, []))
        {
            // A run that was skipped (its file cannot be had) has no result.
            if (result.TryGetProperty(insertion.Result!, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                yield return value;
            }
        }
    }

    private static JsonNode? ToNode(JsonElement value) => JsonNode.Parse(value.GetRawText());

    // "." and ".." survive percent-encoding, yet they would walk up the path.
    private static string EscapeSegment(string value) => value is "." or ".." ? value.Replace(".", "%2E", StringComparison.Ordinal) : Uri.EscapeDataString(value);

    private string Render(TemplateScope scope, Func<string, string> escape)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(part is Insertion insertion ? escape(Scalar(insertion, scope)) : (string)part);
        }

        return text.ToString();
    }

    private static string Scalar(Insertion insertion, TemplateScope scope)
    {
        if (insertion.Kind == InsertionKind.Key)
        {
            return scope.Key;
        }

        var value = Find(insertion, scope);
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => throw new MissingValueException(insertion.Text),
        };
    }
}
