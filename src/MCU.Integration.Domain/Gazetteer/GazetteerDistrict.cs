using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Gazetteer;

/// <summary>A district of the city.</summary>
/// <param name="Name">As cases and rules write it, such as «Промышленный».</param>
/// <param name="Oktmo">Its own ОКТМО, else that of the place.</param>
/// <param name="Outline">Corners of its border in order, degrees north and east; fewer than three = no border is known.</param>
public sealed record GazetteerDistrict(string Name, string Oktmo, ValueList<GeoPoint> Outline)
{
    /// <summary>Whether the point lies inside the border. Borders of a city are small: degrees are taken as a plane.</summary>
    public bool Contains(GeoPoint point)
    {
        var inside = false;
        for (int index = 0, before = Outline.Count - 1; index < Outline.Count; before = index++)
        {
            var (a, b) = (Outline[index], Outline[before]);
            if (a.Latitude > point.Latitude != b.Latitude > point.Latitude
                && point.Longitude < (((b.Longitude - a.Longitude) * (point.Latitude - a.Latitude) / (b.Latitude - a.Latitude)) + a.Longitude))
            {
                inside = !inside;
            }
        }

        return inside;
    }
}
