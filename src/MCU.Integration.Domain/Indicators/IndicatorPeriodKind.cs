using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Indicators;

/// <summary>How long a period of a dataset is.</summary>
[JsonConverter(typeof(EnumWordConverter<IndicatorPeriodKind>))]
public enum IndicatorPeriodKind
{
    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>A week of ISO 8601, from Monday.</summary>
    IsoWeek,

    /// <summary>A calendar month.</summary>
    Month,
}
