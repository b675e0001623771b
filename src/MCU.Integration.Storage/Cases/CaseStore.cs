using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;
using MCU.Integration.Domain.Submissions;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Ledger;
using MCU.Integration.Storage.Paging;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Cases;

internal sealed class CaseStore(HubDatabase database) : ICaseStore
{
    // The text of the partial index of terms that still run.
    private const string Running = "t.due_at is not null and t.paused = false and t.status not in ('answered', 'closed')";

    private static readonly Statement ById = Statement.Select("t.document", "cases t", string.Empty, string.Empty, null, Column.Id("id"));

    private static readonly Statement LinkByRecord = Statement.Select(
        "t.document", "links t", string.Empty, string.Empty, null, Column.Text("adapter"), Column.Text("record_type"), Column.Text("external_id"));

    private static readonly Statement LinksOfCase = Statement.Select("t.document", "links t", string.Empty, "order by t.id", null, Column.Id("case_id"));

    private static readonly Statement CasesOfSubmission = Statement.Select("t.document", "cases t", string.Empty, "order by t.created_at, t.id", null, Column.Id("submission_id"));

    private static readonly Statement SubmissionById = Statement.Select("t.document", "submissions t", string.Empty, string.Empty, null, Column.Id("id"));

    private static readonly Statement SubmissionBySource = Statement.Select(
        "t.document", "submissions t", string.Empty, string.Empty, null, Column.Text("source"), Column.Text("external_id"));

    private static readonly Statement SubmissionBody = Statement.Select(
        "t.key_id, t.cipher", "submission_bodies t", string.Empty, string.Empty, null, Column.Id("submission_id"));

    private static readonly Statement Applicant = Statement.Select("t.key_id, t.cipher", "applicants t", string.Empty, string.Empty, null, Column.Id("id"));

    private readonly GatheredReads<CaseId, Case> _byId = new(database, ById, id => [id.Value], CaseSql.ReadDocument<Case>, found => found.Id);

    private readonly GatheredReads<(string Adapter, string RecordType, string ExternalId), Link> _linkByRecord = new(
        database,
        LinkByRecord,
        key => [key.Adapter, key.RecordType, key.ExternalId],
        CaseSql.ReadDocument<Link>,
        link => (link.Adapter, link.RecordType, link.ExternalId));

    private readonly GatheredReads<CaseId, Link> _linksOfCase = new(database, LinksOfCase, id => [id.Value], CaseSql.ReadDocument<Link>, link => link.CaseId);

    public async Task<Case?> FindAsync(CaseId id, CancellationToken cancellation) => (await _byId.OfAsync(id, cancellation)).FirstOrDefault();

    public Task<Case?> FindByNumberAsync(string number, CancellationToken cancellation) =>
        database.ReadAsync(
            session => session.FirstAsync("select document from cases where number = @number", new { number }, CaseSql.ReadDocument<Case>, cancellation), cancellation);

    public Task<Page<Case>> ListAsync(CaseFilter filter, DateTimeOffset now, PageRequest page, CancellationToken cancellation)
    {
        var query = new ListQuery()
            .And("t.kind = @kind", "kind", filter.Kind is { } kind ? EnumWord.Of(kind) : null)
            .And("t.status = @status", "status", filter.Status is { } status ? EnumWord.Of(status) : null)
            .And("t.source = @source", "source", filter.Source)
            .And("t.executor = @executor", "executor", filter.Executor)
            .And("t.id in (select id from cases where number = @search union all select case_id from links where external_id = @search)", "search", filter.Search)
            .And("t.created_at >= @from", "from", filter.CreatedFrom)
            .And("t.created_at < @before", "before", filter.CreatedBefore);
        if (filter.Overdue is { } overdue)
        {
            query.And(overdue ? $"{Running} and t.due_at < @now" : $"not ({Running} and t.due_at < @now)", "now", now);
        }

        query.And($"{Running} and t.due_at < @dueBefore", "dueBefore", filter.DueBefore);
        if (filter.Unplaced)
        {
            // The text of the partial index.
            query.And("t.unplaced = true and t.status not in ('answered', 'closed')");
        }

        if (filter.Applicant is { } applicant)
        {
            query.And(
                "t.submission_id in (select s.id from applicant_index i join submissions s on s.applicant_id = i.applicant_id where i.field = @field and i.hmac = @hmac)",
                "hmac",
                applicant.Hmac)
                .Arguments.Add("field", applicant.Field);
        }

        return database.ReadAsync(
            async session =>
            {
                var found = await query.PageAsync(
                    session,
                    "select t.created_at, t.document from cases t",
                    "t.created_at",
                    "t.id",
                    page,
                    row => (CreatedAt: row.Instant(), Case: CaseSql.ReadDocument<Case>(row)),
                    row => new(row.CreatedAt, row.Case.Id.Value),
                    cancellation);
                return new Page<Case>([.. found.Items.Select(row => row.Case)], found.Next);
            },
            cancellation);
    }

    public Task<IReadOnlyList<CaseEvent>> EventsAsync(CaseId id, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<CaseEvent>>(
            async session => await session.QueryAsync(
                "select document from case_events where case_id = @id order by sequence", new { id }, CaseSql.ReadDocument<CaseEvent>, cancellation),
            cancellation);

    public async Task<Link?> FindLinkAsync(string adapter, string recordType, string externalId, CancellationToken cancellation) =>
        (await _linkByRecord.OfAsync((adapter, recordType, externalId), cancellation)).FirstOrDefault();

    public Task<IReadOnlyList<Link>> LinksOfAsync(CaseId id, CancellationToken cancellation) => _linksOfCase.OfAsync(id, cancellation);

    public Task<Submission?> FindSubmissionAsync(SubmissionId id, CancellationToken cancellation) =>
        FirstAsync(SubmissionById, CaseSql.ReadDocument<Submission>, cancellation, id.Value);

    public Task<Submission?> FindSubmissionAsync(string adapter, string externalId, CancellationToken cancellation) =>
        FirstAsync(SubmissionBySource, CaseSql.ReadDocument<Submission>, cancellation, adapter, externalId);

    public Task<IReadOnlyList<Case>> CasesOfAsync(SubmissionId id, CancellationToken cancellation) =>
        AllAsync(CasesOfSubmission, CaseSql.ReadDocument<Case>, cancellation, id.Value);

    public Task<SealedBody?> SubmissionBodyAsync(SubmissionId id, CancellationToken cancellation) =>
        FirstAsync(SubmissionBody, row => row.Sealed(), cancellation, id.Value);

    public Task<SealedBody?> ApplicantAsync(ApplicantId id, CancellationToken cancellation) => FirstAsync(Applicant, row => row.Sealed(), cancellation, id.Value);

    public Task<IReadOnlyList<NearbyRow>> NearbyAsync(NearbyQuery query, CancellationToken cancellation) =>
        database.ReadAsync(session => NearbySql.FindAsync(session, query, cancellation), cancellation);

    public Task<CaseCounts> CountsAsync(DateTimeOffset now, CancellationToken cancellation) =>
        database.ReadAsync(
            async session =>
            {
                var counts = await session.QueryAsync(
                    """
                    select figure, cast(sum(n) as bigint) from (
                        select figure, n from ledger where adapter = @hub union all select figure, n from ledger_deltas where adapter = @hub) figures
                    group by figure having sum(n) <> 0
                    """,
                    new { hub = LedgerFigure.Hub },
                    row => (Status: LedgerFigure.StatusOf(row.Text()), Count: (int)row.Long()),
                    cancellation);
                var overdue = await session.ScalarAsync<long>($"select count(*) from cases t where {Running} and t.due_at < @now", new { now }, cancellation);
                return new CaseCounts(counts.ToDictionary(row => row.Status, row => row.Count), (int)overdue);
            },
            cancellation);

    private async Task<T?> FirstAsync<T>(Statement statement, Func<RowCursor, T> map, CancellationToken cancellation, params object?[] key) =>
        (await AllAsync(statement, map, cancellation, key)).FirstOrDefault();

    private Task<IReadOnlyList<T>> AllAsync<T>(Statement statement, Func<RowCursor, T> map, CancellationToken cancellation, params object?[] key) =>
        database.ReadAsync<IReadOnlyList<T>>(
            async session =>
            {
                var rows = session.Read(statement, [key], map);
                await session.FlushAsync(cancellation);
                return rows;
            },
            cancellation);
}
