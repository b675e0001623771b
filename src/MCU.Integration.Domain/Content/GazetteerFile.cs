using System.Globalization;
using System.Text.RegularExpressions;
using MCU.Integration.Domain.Gazetteer;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Content;

/// <summary>Format of <c>rules/gazetteer/*.json</c>: a settlement with its districts and streets.</summary>
public static partial class GazetteerFile
{
    /// <summary>Parses a place.</summary>
    public static ContentResult<GazetteerPlace> Parse(ReadOnlyMemory<byte> bytes) => ContentParser.Parse(bytes, file =>
    {
        var oktmo = Oktmo(file, "oktmo") ?? file.Missing("oktmo", "");
        var districts = file.Objects("districts", district => new GazetteerDistrict(
            district.Text("name"), Oktmo(district, "oktmo") ?? oktmo, district.Objects("outline", corner => new GeoPoint(corner.Number("lat"), corner.Number("lon"))).ToValueList()));
        if (districts.Count == 0)
        {
            file.Report("districts", RuleProblemCodes.Required, "A place has one district at least.");
        }

        var known = districts.Select(district => district.Name).ToHashSet(StringComparer.Ordinal);
        var streets = file.Objects("streets", street => ReadStreet(street, known));
        foreach (var (index, twice) in streets.Index().Where(item => streets.Take(item.Index).Any(other => AddressText.NameOf(other.Name) == AddressText.NameOf(item.Item.Name))))
        {
            file.ReportAt(
                string.Create(CultureInfo.InvariantCulture, $"{file.PointerTo("streets")}/{index}/name"), RuleProblemCodes.Duplicate, $"The street '{twice.Name}' stands here twice.");
        }

        return new GazetteerPlace(file.Key("key"), file.Text("title"), oktmo, districts.ToValueList(), streets.ToValueList());
    });

    private static GazetteerStreet ReadStreet(ObjectReader street, HashSet<string> districts)
    {
        var parts = street.OptionalText("district") is { } whole
            ? [new StreetPart(whole, 1, StreetPart.MostHouses, null)]
            : street.Objects("parts", part => new StreetPart(
                part.Text("district"), part.OptionalInteger("from", 1, StreetPart.MostHouses) ?? 1, part.OptionalInteger("to", 1, StreetPart.MostHouses) ?? StreetPart.MostHouses, part.OptionalWord<StreetSide>("side")));
        if (parts.Count == 0)
        {
            street.Report("", RuleProblemCodes.Required, "A street has a 'district', or 'parts' that have one each.");
        }

        foreach (var part in parts.Where(part => !districts.Contains(part.District)))
        {
            street.Report("", RuleProblemCodes.UnknownReference, $"The place has no district '{part.District}'.");
        }

        var gar = street.OptionalText("gar");
        if (gar is not null && !Guid.TryParse(gar, out _))
        {
            street.Report("gar", RuleProblemCodes.InvalidValue, "A ГАР object is a GUID.");
        }

        return new(street.Text("name"), street.Texts("otherNames"), Guid.TryParse(gar, out var id) ? id : null, parts.ToValueList());
    }

    private static string? Oktmo(ObjectReader owner, string name)
    {
        if (owner.OptionalText(name) is not { } code)
        {
            return null;
        }

        if (!OktmoCode().IsMatch(code))
        {
            owner.Report(name, RuleProblemCodes.InvalidValue, "An ОКТМО code has 8 or 11 digits.");
        }

        return code;
    }

    [GeneratedRegex(@"\A\d{8}(\d{3})?\z")]
    private static partial Regex OktmoCode();
}
