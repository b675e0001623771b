using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Ledger;

namespace MCU.Integration.Console.Pages.Overview;

/// <summary>An outside system as its card shows it.</summary>
/// <param name="Oldest">The oldest waiting delivery of the hub, when it is this system's.</param>
public sealed record SystemState(AdapterView View, LedgerLine Ledger, DeliveryRow? Oldest, SystemHealth Health)
{
    /// <summary>From so many failed attempts in a row on, a system counts as failing.</summary>
    public const int FailuresToFail = 3;

    /// <summary>From so much delay on, a system counts as slow.</summary>
    public static readonly TimeSpan DelayToBeSlow = TimeSpan.FromMinutes(2);

    public string Key => View.Description.Key;

    public static SystemState Of(AdapterView view, LedgerLine? ledger, DeliveryRow? oldest, DateTimeOffset now) =>
        new(view, ledger ?? LedgerSum.Empty(view.Description.Key), oldest, Judge(view.Connection, oldest, now));

    private static SystemHealth Judge(AdapterConnection connection, DeliveryRow? oldest, DateTimeOffset now) => connection switch
    {
        { Paused: true } => SystemHealth.Paused,
        { ConsecutiveFailures: >= FailuresToFail } => SystemHealth.Failing,
        { ConsecutiveFailures: > 0 } => SystemHealth.Slow,
        _ when oldest is not null && now - oldest.CreatedAt > DelayToBeSlow => SystemHealth.Slow,
        { LastSuccessAt: null } => SystemHealth.Unknown,
        _ => SystemHealth.Up,
    };
}
