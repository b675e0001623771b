using MCU.Integration.Domain.Cases;

namespace MCU.Integration.Domain.Indicators;

/// <summary>Counts cases into rows; implemented in the room of analytics.</summary>
public interface IIndicatorCalculator
{
    /// <param name="cases">Cases of the periods that are counted; others are left out.</param>
    /// <param name="now">Against which terms are judged, and the end of the last period.</param>
    /// <param name="zone">Whose days the periods are.</param>
    IReadOnlyList<IndicatorRow> Compute(IndicatorDefinition definition, IEnumerable<Case> cases, DateTimeOffset now, TimeZoneInfo zone);
}
