using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Indicators;

/// <summary>How finely a dataset tells where cases are.</summary>
[JsonConverter(typeof(EnumWordConverter<IndicatorTerritoryLevel>))]
public enum IndicatorTerritoryLevel
{
    /// <summary>ОКТМО code only.</summary>
    City,

    /// <summary>ОКТМО code and city district.</summary>
    District,

    /// <summary>ОКТМО code and a cell of a hundredth of a degree: about 1.1 by 0.8 km in Stavropol. Small counts are suppressed.</summary>
    Cell,
}
