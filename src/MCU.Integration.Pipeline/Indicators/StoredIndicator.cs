using MCU.Integration.Domain.Indicators;

namespace MCU.Integration.Pipeline.Indicators;

/// <summary>A row as it was counted last.</summary>
/// <param name="Version">Grows each time when the figures changed; whoever has a higher one keeps it.</param>
/// <param name="ComputedAt">When the figures became these.</param>
/// <param name="HandedOn">It went to a receiver; what was counted while none was connected goes with the first count that finds one.</param>
public sealed record StoredIndicator(IndicatorRow Row, long Version, DateTimeOffset ComputedAt, bool HandedOn);
