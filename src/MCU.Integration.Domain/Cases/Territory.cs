using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Cases;

/// <summary>Where a case is. The address as written is personal and stays in the sealed message; it is not here.</summary>
public sealed record Territory
{
    /// <summary>Nothing is known: the case belongs to the queue of unresolved addresses.</summary>
    public static Territory Unresolved { get; } = new();

    /// <summary>ОКТМО code, 8 or 11 digits.</summary>
    public string? Oktmo { get; init; }

    /// <summary>City district by name, such as «Промышленный».</summary>
    public string? District { get; init; }

    /// <summary>ГАР object (street or house).</summary>
    public Guid? GarObject { get; init; }

    /// <summary>Degrees north, WGS-84. Never shown or exported at <see cref="LocationPrecision.House"/> without the right to see bodies.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, WGS-84.</summary>
    public double? Longitude { get; init; }

    /// <summary>How exact the point is.</summary>
    public LocationPrecision? Precision { get; init; }

    /// <summary>Whether the district is known, or the case is about the settlement as a whole; else a person has to find out.</summary>
    [JsonIgnore]
    public bool IsPlaced => District is not null || Precision == LocationPrecision.Settlement;
}
