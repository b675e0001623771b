using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.Cases;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Instances;
using MCU.Integration.Storage.Statements;
using MCU.Integration.Storage.Work;

namespace MCU.Integration.Storage.Deliveries;

/// <summary>Writes how attempts ended: the delivery, its attempt and steps, the link that it left outside, and the resume of whoever waits.</summary>
internal sealed class DeliveryEnds(BookmarkHashes hashes, UuidV7Source ids)
{
    public static readonly Statement SaveStep = Statement.Insert(
        "delivery_steps",
        2,
        "on conflict (delivery_id, name) do update set result = excluded.result, finished_at = excluded.finished_at",
        Column.Id("delivery_id"),
        Column.Text("name"),
        Column.Int("position"),
        Column.Text("result"),
        Column.Instant("finished_at"));

    private static readonly Statement Guard = Statement.Select(
        "t.id, t.token, t.adapter, t.lane, t.attempts, t.failed, (select count(*) from delivery_steps s where s.delivery_id = t.id)",
        "deliveries t",
        "and t.state = 'waiting' and t.leased = true",
        "order by t.id",
        "t",
        Column.Id("id"));

    private static readonly Statement Save = Statement.Update(
        "deliveries",
        1,
        Column.Id("id"),
        Column.Text("state"),
        Column.Int("attempts"),
        Column.Instant("due_at"),
        Column.Flag("leased"),
        Column.Text("owner"),
        Column.Instant("finished_at"),
        Column.Text("reason_code"),
        Column.Text("detail"),
        Column.Flag("released"),
        Column.Flag("failed"));

    private static readonly Statement EndAttempt = Statement.Update(
        "delivery_attempts",
        2,
        Column.Id("delivery_id"),
        Column.Int("number"),
        Column.Instant("finished_at"),
        Column.Text("step"),
        Column.Text("outcome"),
        Column.Int("status"),
        Column.Text("error"));

    private static readonly Statement ForgetAttempt = Statement.Delete("delivery_attempts", Column.Id("delivery_id"), Column.Int("number"));

    private readonly ResumeItems _resumes = new(ids);

    public static object?[] StepRow(DeliveryId id, StepRecord step, int position) => [id.Value, step.Name, position, step.Result, step.FinishedAt];

    public async Task<(IReadOnlyList<bool> Kept, bool Resumed)> FinishAsync(
        HubSession session, IReadOnlyList<DeliveryResult> results, CancellationToken cancellation)
    {
        // Links before deliveries, as the committer locks them: the other way round a status that is pushed while one is delivered would wait in a circle.
        var links = new DeliveryLinks();
        links.Load(session, results.Select(result => result.Link).OfType<LinkMade>());
        var rows = session.Read(Guard, [.. results.Select(result => new object?[] { result.Lease.DeliveryId.Value })], Held.Read);
        var bookmarks = WaitingBookmarks.Find(session, hashes, results.Select(result => result.Outcome).OfType<Stimulus>());
        await session.FlushAsync(cancellation);

        var held = rows.ToDictionary(row => row.Id);
        var kept = new List<(DeliveryResult Result, Held Row)>(results.Count);
        var verdicts = results.Select(result =>
        {
            var ours = held.Remove(result.Lease.DeliveryId, out var row) && row.Token == result.Lease.Token;
            if (ours)
            {
                kept.Add((result, row));
            }

            return ours;
        }).ToList();

        Write(session, kept);
        links.WriteTo(session, kept.Select(end => end.Result.Link).OfType<LinkMade>());
        var stimuli = kept.Where(end => end.Result.Outcome is not null).Select(end => (Stimulus: end.Result.Outcome!, end.Result.Now));
        var resumes = stimuli.SelectMany(outcome => _resumes.For(bookmarks, outcome.Stimulus, outcome.Now)).Select(WorkSql.Row).ToList();
        resumes.AddRange(kept.Select(end => end.Result.Recovery).OfType<NewWorkItem>().Select(WorkSql.Row));
        session.Write(WorkSql.Insert, resumes);
        return (verdicts, resumes.Count > 0);
    }

    private static void Write(HubSession session, List<(DeliveryResult Result, Held Row)> kept)
    {
        session.Write(Save, [.. kept.Select(end => Row(end.Result, end.Row))]);
        session.Write(ForgetAttempt, [.. kept.Where(end => end.Result.NotAttempted).Select(end => new object?[] { end.Row.Id.Value, end.Row.Attempts })]);
        session.Write(EndAttempt, [.. kept.Where(end => !end.Result.NotAttempted).Select(end => AttemptRow(end.Row, end.Result))]);
        session.Write(SaveStep, [.. kept.SelectMany(end => end.Result.Steps.Select((step, i) => StepRow(end.Row.Id, step, end.Row.Steps + i)))]);

        var moved = kept.Where(end => end.Result.State != DeliveryState.Waiting).ToList();
        foreach (var (result, row) in moved)
        {
            session.Ledger.Move(row.Adapter, DeliveryState.Waiting, result.State);
        }

        // Held and dead ones stay in their lane until they are released.
        session.Write(
            DeliverySql.Unpark,
            [.. moved.Where(end => end.Result.Released || end.Result.State is DeliveryState.Delivered or DeliveryState.Refused or DeliveryState.Superseded).Select(end => new object?[] { end.Row.Adapter, end.Row.Lane })]);
    }

    private static object?[] Row(DeliveryResult result, Held row) =>
    [
        row.Id.Value,
        EnumWord.Of(result.State),
        result.NotAttempted ? row.Attempts - 1 : row.Attempts,
        result.RetryAt ?? result.Now,
        false,
        null,
        result.State is DeliveryState.Waiting or DeliveryState.Held ? null : result.Now,
        result.ReasonCode,
        result.Detail,
        result.Released,
        row.HasFailed || result.State == DeliveryState.Dead,
    ];

    private static object?[] AttemptRow(Held row, DeliveryResult result) =>
    [
        row.Id.Value,
        row.Attempts,
        result.Attempt.FinishedAt ?? result.Now,
        result.Attempt.Step,
        result.Attempt.Outcome,
        result.Attempt.Status,
        result.Attempt.Error,
    ];

    private readonly record struct Held(DeliveryId Id, long Token, string Adapter, string Lane, int Attempts, bool HasFailed, int Steps)
    {
        public static Held Read(RowCursor row) => new(row.Id<DeliveryId>(), row.Long(), row.Text(), row.Text(), row.Int(), row.Flag(), row.Int());
    }
}
