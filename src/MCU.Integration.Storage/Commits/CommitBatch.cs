using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;
using MCU.Integration.Pipeline.Changes;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Http;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Storage.Cases;
using MCU.Integration.Storage.Changes;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Deliveries;
using MCU.Integration.Storage.Indicators;
using MCU.Integration.Storage.Instances;
using MCU.Integration.Storage.Messages;
using MCU.Integration.Storage.Statements;
using MCU.Integration.Storage.Work;

namespace MCU.Integration.Storage.Commits;

/// <summary>
/// Gathers the rows of all change sets that passed their guards and writes them table by table. When two sets of a batch write the same row,
/// the later one's is written: it was computed on top of the earlier.
/// </summary>
internal sealed class CommitBatch(DeliveryLanes lanes, BookmarkHashes hashes)
{
    private readonly Dictionary<string, InstanceWrite> _instances = [];
    private readonly HashSet<string> _newInstances = [];
    private readonly Dictionary<string, BookmarkRow> _addedBookmarks = [];
    private readonly List<object?[]> _removedBookmarks = [];
    private readonly Dictionary<CaseId, Case> _cases = [];
    private readonly Dictionary<CaseId, DateTimeOffset> _newCases = [];
    private readonly Dictionary<LinkId, Link> _links = [];
    private readonly HashSet<LinkId> _newLinks = [];
    private readonly Rows _rows = new();

    public void Add(ChangeSet set, HubSession session)
    {
        set.Instances.ForEach(Add);
        foreach (var write in set.Cases)
        {
            Add(write, set.Now);
        }

        set.Links.ForEach(Add);
        set.Submissions.ForEach(Add);
        _rows.Bodies.AddRange(set.Bodies.Select(write => MessageSql.BodyRow(write.MessageId, write.Part, write.Body)));
        _rows.MessageCases.AddRange(set.MessageCases.Select(write => new object?[] { write.MessageId.Value, write.CaseId.Value }));
        _rows.Attachments.AddRange(set.Attachments.Select(CaseSql.AttachmentValues));
        _rows.Indicators.AddRange(set.Indicators.Select(IndicatorSql.Row));
        _rows.Changes.AddRange(set.Indicators.Select(stored => FeedSql.Row(ChangeTopic.Indicator, stored.Row.Key, set.Now)));
        _rows.Items.AddRange(set.WorkItems.Select(WorkSql.Row));
        if (set.Claim is { } claim)
        {
            _rows.Items.Add(WorkSql.Row(claim));
        }

        foreach (var delivery in set.Deliveries)
        {
            Add(delivery, session);
        }
    }

    public void WriteTo(HubSession session)
    {
        WriteInstances(session);
        session.Write(CaseSql.SaveApplicant, _rows.Applicants);
        session.Write(CaseSql.ClearIndex, [.. _rows.Applicants.Select(row => new[] { row[0] })]);
        session.Write(CaseSql.InsertIndex, _rows.ApplicantIndex);
        session.Write(CaseSql.SaveSubmission, _rows.Submissions);
        session.Write(CaseSql.SaveSubmissionBody, _rows.SubmissionBodies);
        session.Write(CaseSql.Insert, [.. _cases.Values.Where(IsNew).Select(row => CaseSql.InsertRow(row, _newCases[row.Id]))]);
        session.Write(CaseSql.Update, [.. _cases.Values.Where(row => !IsNew(row)).Select(CaseSql.UpdateRow)]);
        session.Write(CaseSql.InsertEvent, _rows.CaseEvents);
        session.Write(IndicatorSql.Save, _rows.Indicators);
        session.Write(FeedSql.Append, _rows.Changes);
        session.Write(CaseSql.InsertLink, [.. _links.Values.Where(link => _newLinks.Contains(link.Id)).Select(CaseSql.LinkRow)]);
        session.Write(CaseSql.UpdateLink, [.. _links.Values.Where(link => !_newLinks.Contains(link.Id)).Select(CaseSql.LinkRow)]);
        session.Write(MessageSql.Insert, _rows.Documents);
        session.Write(MessageSql.SaveBody, _rows.Bodies);
        session.Write(MessageSql.InsertCase, _rows.MessageCases);
        session.Write(CaseSql.InsertAttachment, _rows.Attachments);
        session.Write(DeliverySql.Insert, _rows.Deliveries);
        session.Write(WorkSql.Insert, _rows.Items);
    }

    private void WriteInstances(HubSession session)
    {
        session.Write(
            InstanceSql.SaveSnapshot,
            [.. _instances.Values.Where(write => write.Snapshot is not null).Select(write => SnapshotRow(write.Snapshot!, write.Row.CreatedAt))]);
        session.Write(InstanceSql.Insert, [.. _instances.Values.Where(IsNew).Select(Row)]);
        session.Write(InstanceSql.Update, [.. _instances.Values.Where(write => !IsNew(write)).Select(Row)]);
        session.Write(InstanceSql.SaveState, [.. _instances.Values.Select(write => InstanceSql.StateRow(write.Row.Id, write.State))]);
        session.Write(InstanceSql.DeleteBookmark, _removedBookmarks);
        session.Write(InstanceSql.InsertBookmark, [.. _addedBookmarks.Values.Select(bookmark => InstanceSql.BookmarkRow(bookmark, hashes.Of(bookmark.Hash)))]);
        session.Write(
            InstanceSql.InsertTimer,
            [.. _addedBookmarks.Values.Where(bookmark => bookmark.DueAt is not null).Select(bookmark => new object?[] { bookmark.Id, bookmark.InstanceId, bookmark.DueAt })]);
        session.Write(
            InstanceSql.InsertHttpTemplate,
            [.. _addedBookmarks.Values.Select(bookmark => bookmark.HttpTemplate).OfType<HttpTemplate>().Select(template => new object?[] { template.Template, template.Method })]);
        session.Write(InstanceSql.InsertJournal, _rows.Journal);
    }

    private void Add(InstanceWrite write)
    {
        var id = write.Row.Id;
        _instances[id] = write;
        if (write.ExpectedVersion == 0)
        {
            _newInstances.Add(id);
        }

        foreach (var removed in write.RemovedBookmarkIds)
        {
            if (!_addedBookmarks.Remove(removed))
            {
                _removedBookmarks.Add([removed, id]);
            }
        }

        foreach (var added in write.AddedBookmarks)
        {
            _addedBookmarks[added.Id] = added;
        }

        if (write.Journal is { } page)
        {
            _rows.Journal.Add(InstanceSql.JournalRow(page));
        }
    }

    private void Add(CaseWrite write, DateTimeOffset now)
    {
        _cases[write.Case.Id] = write.Case;
        _rows.Changes.Add(FeedSql.Row(ChangeTopic.Case, write.Case.Id.ToString(), now));
        if (write.ExpectedVersion == 0)
        {
            _newCases.Add(write.Case.Id, write.Events.Count > 0 ? write.Events[0].RecordedAt : now);
        }

        _rows.CaseEvents.AddRange(write.Events.Select(CaseSql.EventRow));
    }

    private void Add(LinkWrite write)
    {
        _links[write.Link.Id] = write.Link with { Version = write.ExpectedVersion + 1 };
        if (write.ExpectedVersion == 0)
        {
            _newLinks.Add(write.Link.Id);
        }
    }

    private void Add(SubmissionWrite write)
    {
        _rows.Submissions.Add(CaseSql.SubmissionRow(write.Submission));
        _rows.SubmissionBodies.Add([write.Submission.Id.Value, write.Body.KeyId, write.Body.Cipher]);
        if (write.Applicant is { } applicant)
        {
            _rows.Applicants.Add([applicant.Id.Value, applicant.Body.KeyId, applicant.Body.Cipher]);
            _rows.ApplicantIndex.AddRange(applicant.Index.Select(entry => new object?[] { entry.Field, entry.Hmac, applicant.Id.Value }));
        }
    }

    private void Add(NewDelivery delivery, HubSession session)
    {
        _rows.Documents.Add(MessageSql.Row(delivery.Document, MessageState.Outbound, null, 0));
        _rows.Bodies.Add(MessageSql.BodyRow(delivery.Document.Id, BodyPart.Raw, delivery.Document.Body));
        _rows.Deliveries.Add(DeliverySql.Row(delivery, lanes.Join(delivery)));
        if (delivery.CaseId is { } caseId)
        {
            _rows.MessageCases.Add([delivery.Document.Id.Value, caseId.Value]);
        }

        session.Ledger.Add(delivery.Adapter, DeliveryState.Waiting);
    }

    private bool IsNew(InstanceWrite write) => _newInstances.Contains(write.Row.Id);

    private bool IsNew(Case row) => _newCases.ContainsKey(row.Id);

    private static object?[] Row(InstanceWrite write) => InstanceSql.Row(write.Row, write.ExpectedVersion + 1);

    private static object?[] SnapshotRow(DefinitionSnapshot snapshot, DateTimeOffset now) =>
        [snapshot.Hash, snapshot.DefinitionId, snapshot.VersionId, snapshot.Version, snapshot.Body, now];

    private sealed class Rows
    {
        public List<object?[]> Journal { get; } = [];

        public List<object?[]> Submissions { get; } = [];

        public List<object?[]> SubmissionBodies { get; } = [];

        public List<object?[]> Applicants { get; } = [];

        public List<object?[]> ApplicantIndex { get; } = [];

        public List<object?[]> CaseEvents { get; } = [];

        public List<object?[]> Changes { get; } = [];

        public List<object?[]> Indicators { get; } = [];

        public List<object?[]> Documents { get; } = [];

        public List<object?[]> Bodies { get; } = [];

        public List<object?[]> MessageCases { get; } = [];

        public List<object?[]> Attachments { get; } = [];

        public List<object?[]> Deliveries { get; } = [];

        public List<object?[]> Items { get; } = [];
    }
}
