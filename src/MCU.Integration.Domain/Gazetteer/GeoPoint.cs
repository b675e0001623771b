namespace MCU.Integration.Domain.Gazetteer;

/// <summary>A point, WGS-84.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude);
