using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Gazetteer;

/// <summary>A side of a street.</summary>
[JsonConverter(typeof(EnumWordConverter<StreetSide>))]
public enum StreetSide
{
    /// <summary>Even house numbers.</summary>
    Even,

    /// <summary>Odd house numbers.</summary>
    Odd,
}
