using System.Globalization;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Ledger;
using MCU.Integration.Pipeline.Work;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Pipeline.Alerts;

/// <summary>
/// Looks at what may stand for long, and ends alerts whose cause is gone. What bursts met and only content can mend (a code, a profile) ends with the next
/// active set: if it was not mended, the next message raises it again.
/// </summary>
public sealed class AlertWatch(
    IAlertStore store,
    IAdapterSource adapters,
    IAdapterConnectionStore connections,
    ILedger ledger,
    IDeadWork deadWork,
    ICaseStore cases,
    IContentStore content,
    ActiveSets sets,
    IOptions<AlertOptions> options,
    TimeProvider time)
{
    private const int MostJudged = 1000;

    public async Task LookAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        List<AlertRaise> standing =
        [
            .. await StuckAsync(now, cancellation),
            .. await SilentAsync(now, cancellation),
            .. await DeadAsync(cancellation),
            .. await OverdueAsync(now, cancellation),
            .. MissingCalendars(now),
        ];
        await store.StandAsync(standing, now, cancellation);

        var published = (await content.SetsAsync(1, cancellation)).FirstOrDefault()?.CreatedAt;
        var causes = standing.Select(cause => (cause.Kind, cause.Subject)).ToHashSet();
        var open = await store.OpenAsync(MostJudged, cancellation);
        var gone = open.Where(alert => !causes.Contains((alert.Kind, alert.Subject)) && IsGone(alert, published)).Select(alert => alert.Id).ToList();
        await store.ResolveAsync(gone, now, now, cancellation);
    }

    private bool IsGone(AlertRow alert, DateTimeOffset? published) => alert.Kind switch
    {
        AlertKind.UnknownCode or AlertKind.DeadlineProblem => published > alert.LastSeenAt,
        AlertKind.NoCalendar => int.TryParse(alert.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && sets.Current.Rules.Content.Calendars.Find(year) is not null,
        _ => true,
    };

    private async Task<IEnumerable<AlertRaise>> StuckAsync(DateTimeOffset now, CancellationToken cancellation) =>
        (await store.StuckDeliveriesAsync(now - options.Value.DeliveryAge, cancellation))
            .Select(stuck => new AlertRaise(AlertKind.DeliveryStuck, stuck.Key, stuck.Key, stuck.Value.ToString("O", CultureInfo.InvariantCulture)));

    private async Task<IEnumerable<AlertRaise>> SilentAsync(DateTimeOffset now, CancellationToken cancellation) =>
        from connection in await connections.ListAsync(cancellation)
        where !connection.Paused && connection.ConsecutiveFailures > 0 && adapters.All.Any(adapter => adapter.Key == connection.Adapter)
        let since = connection.LastSuccessAt ?? connection.UpdatedAt
        where now - since > options.Value.NoAnswer
        select new AlertRaise(AlertKind.NoAnswer, connection.Adapter, connection.Adapter, connection.LastFailure);

    private async Task<IEnumerable<AlertRaise>> DeadAsync(CancellationToken cancellation)
    {
        var lines = (await ledger.ReadAsync(cancellation)).Where(line => line.Dead + line.DeliveriesDead + line.Held > 0)
            .Select(line => new AlertRaise(
                AlertKind.Dead, line.Adapter, line.Adapter, $"messages={line.Dead} deliveries={line.DeliveriesDead} held={line.Held}"));
        var work = (await deadWork.ListAsync(new(Size: 1), cancellation)).Items.Select(item => new AlertRaise(AlertKind.DeadWork, "hub", null, item.ReasonCode));
        return lines.Concat(work);
    }

    private async Task<IEnumerable<AlertRaise>> OverdueAsync(DateTimeOffset now, CancellationToken cancellation) =>
        (await cases.CountsAsync(now, cancellation)).Overdue is > 0 and var count
            ? [new AlertRaise(AlertKind.Overdue, "hub", null, count.ToString(CultureInfo.InvariantCulture))]
            : [];

    private IEnumerable<AlertRaise> MissingCalendars(DateTimeOffset now)
    {
        var (id, rules) = (sets.Current.Id, sets.Current.Rules);
        return id == 0
            ? []
            : rules.Content.Calendars.MissingYears(rules.LocalDate(now)).Select(year => new AlertRaise(AlertKind.NoCalendar, year.ToString(CultureInfo.InvariantCulture)));
    }
}
