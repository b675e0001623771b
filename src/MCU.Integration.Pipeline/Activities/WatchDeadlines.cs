using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Activities;

/// <summary>
/// Tells of each term once that it ends soon and once that it was missed: in the history of the case, and to the workflows that start with these events.
/// </summary>
[Activity("Mcu", Category, DisplayName = "Проверить сроки", Description = "Предупреждает о сроках, которые истекают, и отмечает пропущенные", Outcomes = [Noticed, Quiet])]
public sealed class WatchDeadlines : HubActivity
{
    /// <summary>Most cases that one run tells of; the next run goes on.</summary>
    public const int MostAtOnce = 200;

    private const string Noticed = "Noticed";
    private const string Quiet = "Quiet";
    private const int PageSize = 500;

    [Output(DisplayName = "Срок истекает")]
    public Output<int> Soon { get; private set; } = null!;

    [Output(DisplayName = "Срок истёк")]
    public Output<int> Missed { get; private set; } = null!;

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var scope = ScopeOf(context);
        var (soon, missed) = (0, 0);
        foreach (var id in await DueAsync(scope, context.CancellationToken))
        {
            var unit = await scope.CaseAsync(id, context.CancellationToken);
            unit.Apply(CaseCommands.NoticeDeadline(unit.Known, AheadOf(scope, unit.Known), scope.Now), scope.Stamp(context, actor: new(CaseActorKind.Clock)), scope.Ids);
            if (unit.HasNews)
            {
                var isMissed = unit.Known.Notice!.Level == DeadlineNoticeLevel.Missed;
                (soon, missed) = isMissed ? (soon, missed + 1) : (soon + 1, missed);
                scope.Raise(isMissed ? CaseMoments.Overdue : CaseMoments.DueSoon, unit);
            }
        }

        context.Set(Soon, soon);
        context.Set(Missed, missed);
        await context.CompleteAsync(soon + missed > 0 ? Noticed : Quiet);
    }

    private static async Task<IReadOnlyList<CaseId>> DueAsync(BurstScope scope, CancellationToken cancellation)
    {
        var longest = scope.Set.Rules.Content.Profiles.Profiles.Max(profile => profile.WarnBefore) ?? TimeSpan.Zero;
        List<CaseId> due = [];
        string? cursor = null;
        do
        {
            var page = await scope.Services.Cases.ListAsync(new() { DueBefore = scope.Now + longest }, scope.Now, new PageRequest(cursor, PageSize), cancellation);
            due.AddRange(page.Items.Where(found => CaseCommands.NoticeDeadline(found, AheadOf(scope, found), scope.Now) != CaseDecision.Nothing).Select(found => found.Id));
            cursor = page.Next;
        }
        while (cursor is not null && due.Count < MostAtOnce);
        return [.. due.Take(MostAtOnce)];
    }

    // The version that the case runs under; one that is gone from the content warns of nothing.
    private static TimeSpan? AheadOf(BurstScope scope, Case known) =>
        known.Deadlines is { } terms ? scope.Set.Rules.Content.Profiles.Find(terms.Profile, terms.ProfileVersion)?.WarnBefore : null;
}
