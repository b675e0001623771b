using MCU.Integration.Domain.Cases;

namespace MCU.Integration.Domain.Gazetteer;

/// <summary>Turns addresses and points into territories. Pure; what it does not know for sure it leaves open, for a person.</summary>
public sealed class GazetteerBook
{
    private readonly IReadOnlyList<GazetteerPlace> _places;
    private readonly IReadOnlyList<(string Name, GazetteerPlace Place, GazetteerStreet Street)> _streets;

    /// <summary>Makes the book of all files.</summary>
    public GazetteerBook(IEnumerable<GazetteerPlace> places)
    {
        _places = [.. places];

        // Longer names first: «Октябрьской Революции» is not «Октябрьская».
        _streets =
        [
            .. _places.SelectMany(place => place.Streets.SelectMany(street => street.OtherNames.Prepend(street.Name).Select(name => (AddressText.NameOf(name), place, street))))
                .OrderByDescending(entry => entry.Item1.Length).ThenBy(entry => entry.Item1, StringComparer.Ordinal),
        ];
    }

    /// <summary>All districts.</summary>
    public IReadOnlyList<string> DistrictNames => [.. _places.SelectMany(place => place.Districts).Select(district => district.Name)];

    /// <summary>
    /// Fills in what the source left out. What it said stays, unless it is a district that the city does not have and the place is known better.
    /// </summary>
    /// <param name="address">As written; personal, and kept nowhere.</param>
    public Territory Resolve(Territory said, string? address)
    {
        var found = ByPoint(said) ?? ByAddress(address);
        var district = KnownName(said.District) ?? found?.District.Name ?? said.District;
        var of = district is null ? null : Find(district);
        return said with
        {
            District = district,
            Oktmo = said.Oktmo ?? of?.Oktmo ?? found?.District.Oktmo,
            GarObject = said.GarObject ?? found?.Street?.GarObject,
            Precision = said.Precision ?? (district is null && address is null && said is { Oktmo: not null, Latitude: null, GarObject: null } ? LocationPrecision.Settlement : null),
        };
    }

    /// <summary>A district by its name, in any case and with or without the word for it.</summary>
    public GazetteerDistrict? Find(string name)
    {
        var wanted = DistrictName(name);
        return _places.SelectMany(place => place.Districts).FirstOrDefault(district => DistrictName(district.Name) == wanted);
    }

    private static string DistrictName(string name) =>
        AddressText.NameOf(name).Replace(" район ", " ", StringComparison.Ordinal).Replace(" р н ", " ", StringComparison.Ordinal);

    private string? KnownName(string? name) => name is null ? null : Find(name)?.Name;

    private (GazetteerDistrict District, GazetteerStreet? Street)? ByPoint(Territory said) =>
        said is { Latitude: { } latitude, Longitude: { } longitude }
        && _places.SelectMany(place => place.Districts).FirstOrDefault(district => district.Contains(new(latitude, longitude))) is { } district
            ? (district, null)
            : null;

    private (GazetteerDistrict District, GazetteerStreet? Street)? ByAddress(string? address)
    {
        var text = address is null ? "" : AddressText.NameOf(address);
        foreach (var (name, place, street) in _streets)
        {
            if (text.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at && PartOf(street, text[(at + name.Length - 1)..]) is { } part)
            {
                return (place.Districts.First(district => district.Name == part.District), street);
            }
        }

        return null;
    }

    // A street that runs through two districts needs the house; without it nobody knows.
    private static StreetPart? PartOf(GazetteerStreet street, string rest) =>
        AddressText.HouseIn(rest) is { } house ? street.Parts.FirstOrDefault(part => part.Has(house)) : street.Parts.FirstOrDefault(part => part.IsWhole) ?? OnlyDistrict(street);

    private static StreetPart? OnlyDistrict(GazetteerStreet street) => street.Parts.Select(part => part.District).Distinct().Count() == 1 ? street.Parts[0] : null;
}
