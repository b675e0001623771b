using MCU.Integration.Domain.Cases;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Ledger;
using MCU.Integration.Pipeline.Messages;

namespace MCU.Integration.Console.Pages.Overview;

/// <summary>Everything that the first page shows, of one moment.</summary>
/// <param name="Total">Sum of the ledger lines that the visitor may see.</param>
/// <param name="Counts">Null when the visitor may not see cases, or not all.</param>
/// <param name="Newest">Newest first; null when the visitor may not see cases.</param>
/// <param name="Rates">Of the last hour, oldest minute first.</param>
public sealed record OverviewSnapshot(
    DateTimeOffset At,
    IReadOnlyList<SystemState> Systems,
    LedgerLine Total,
    CaseCounts? Counts,
    IReadOnlyList<Case>? Newest,
    IReadOnlyList<MessageRate> Rates);
