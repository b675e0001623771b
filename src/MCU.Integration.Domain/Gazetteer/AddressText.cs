using System.Globalization;
using System.Text.RegularExpressions;
using MCU.Integration.Domain.Rules;

namespace MCU.Integration.Domain.Gazetteer;

/// <summary>An address as people write it, made comparable: «г.Ставрополь, Ул. 50-лет ВЛКСМ, д. 8/2» → words and what may be house numbers.</summary>
internal static partial class AddressText
{
    // Words for kinds of streets and of what stands around them; a name is compared without them.
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "ул", "улица", "улице", "улицы", "пр", "пркт", "просп", "проспект", "проспекте", "кт", "пер", "переулок", "переулке", "проезд", "шоссе", "ш", "бульвар", "бул", "бр", "площадь", "пл", "набережная", "наб",
    };

    /// <summary>The name between spaces, without words for its kind; empty when nothing is left.</summary>
    public static string NameOf(string text)
    {
        var words = RuleText.Normalise(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Kinds.Contains(word));
        return string.Join(' ', words) is { Length: > 0 } name ? $" {name} " : "";
    }

    /// <summary>The number that begins the rest of an address behind its street, such as 8 in «д. 8/2, кв. 5»; null when there is none.</summary>
    /// <param name="rest">As <see cref="NameOf"/> makes it.</param>
    public static int? HouseIn(string rest) =>
        House().Match(rest) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var house) && house > 0 ? house : null;

    [GeneratedRegex(@"^ ?(?:д |дом |дома |доме |№ )?(\d{1,5})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex House();
}
