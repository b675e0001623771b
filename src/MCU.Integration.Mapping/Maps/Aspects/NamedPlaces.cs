using System.Text.RegularExpressions;

namespace MCU.Integration.Mapping.Maps.Aspects;

/// <summary>Finds the fields that a Liquid or JavaScript text names, as JMESPath: <c>item.a.b</c> → <c>@.a.b</c>, <c>root.x</c> → <c>$.x</c>.</summary>
internal static partial class NamedPlaces
{
    public static IEnumerable<string> In(string text, bool liquid)
    {
        var parts = liquid ? Marks().Matches(text).Select(match => match.Value) : [text];
        return parts
            .SelectMany(part => Names().Matches(part))
            .Select(match => (match.Groups["of"].Value == "item" ? "@" : "$") + match.Groups["path"].Value);
    }

    [GeneratedRegex(@"\{\{.*?\}\}|\{%.*?%\}", RegexOptions.Singleline)]
    private static partial Regex Marks();

    // A call such as item.text.trim() names the field before it; size, first and the like are Liquid's.
    [GeneratedRegex(@"(?<![\w.$'""])(?<of>item|root)(?<path>(?:\??\.(?!(?:size|first|last|length|map|filter)\b)[A-Za-z_]\w*(?!\w*\())*)")]
    private static partial Regex Names();
}
