using System.Globalization;
using MCU.Integration.Mapping.CodeLists;
using MCU.Integration.Mapping.JmesPath;

namespace MCU.Integration.Mapping.Maps;

/// <summary>What a rule does with a single value, in the order of docs/mapping/maps.md.</summary>
internal sealed record ValueSteps(
    bool Trim, CodeList? CodeList, CodeDirection Direction, MissingCodePolicy? Policy, ConvertTo? As, string? Format, int? MaxLength, TimeZoneInfo? Zone)
{
    /// <summary>The value after all steps; null when there is nothing, or when a step failed and told the run.</summary>
    public JmesValue Apply(JmesValue value, RulePlace place, TargetPath? path, MapRun run)
    {
        if (Trim && value.Kind == JmesKind.Text)
        {
            var trimmed = value.Text.Trim();
            value = trimmed.Length == 0 ? JmesValue.Null : JmesValue.Of(trimmed);
        }

        if (CodeList is not null && !value.IsNull)
        {
            value = LookUp(value, CodeList, place, path, run);
        }

        if (As is { } to && !value.IsNull)
        {
            if (Conversion.Convert(value, to, Format, Zone ?? run.Zone) is { } converted)
            {
                value = converted;
            }
            else
            {
                run.Fail(place, path, "map.conversion", $"The value cannot be read as {Name(to)}.");
                return JmesValue.Null;
            }
        }

        return MaxLength is { } length && value.Kind == JmesKind.Text ? JmesValue.Of(Cut(value.Text, length)) : value;
    }

    private static string Name(ConvertTo to) => to switch
    {
        ConvertTo.Text => "a string",
        ConvertTo.Integer => "an integer",
        ConvertTo.Number => "a number",
        ConvertTo.Boolean => "a boolean",
        ConvertTo.Date => "a date",
        _ => "a date and time",
    };

    // By characters as people see them, so that no emoji is cut in half.
    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var starts = StringInfo.ParseCombiningCharacters(text);
        return starts.Length <= length ? text : $"{text[..starts[length - 1]]}…";
    }

    private JmesValue LookUp(JmesValue value, CodeList list, RulePlace place, TargetPath? path, MapRun run)
    {
        if (value.Kind is not (JmesKind.Text or JmesKind.Number or JmesKind.Boolean))
        {
            run.Fail(place, path, "map.code_type", $"Only text, numbers and booleans can be looked up in the code list '{list.Key}'.");
            return JmesValue.Null;
        }

        var code = Conversion.Convert(value, ConvertTo.Text, null, run.Zone)!.Value.Text;
        var found = list.Find(code, Direction, Policy);
        var use = new CodeUse(list.Key, Direction, code, found.Known);
        run.Context.CodeUsed?.Invoke(use);
        if (!found.Found)
        {
            // The code is what must be added to the list.
            run.Fail(place, path, "map.code_missing", $"The code list '{list.Key}' has no {(use.Shown is { } shown ? $"code '{shown}'" : "such code")}.");
        }

        return found.Code is { } target ? JmesValue.Of(target) : JmesValue.Null;
    }
}
