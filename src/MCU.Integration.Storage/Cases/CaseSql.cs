using System.Text.Json;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Links;
using MCU.Integration.Domain.Submissions;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Cases;

/// <summary>
/// Statements of cases and what belongs to them. The domain's record is kept whole as JSON (it holds nothing personal); beside it stand only the columns
/// that lists and guards need.
/// </summary>
internal static class CaseSql
{
    public static readonly Statement Guard = Statement.Select("t.id, t.version, t.status", "cases t", string.Empty, "order by t.id", "t", Column.Id("id"));

    public static readonly Statement Insert = Statement.Insert(
        "cases",
        Column.Id("id"),
        Column.Text("number"),
        Column.Id("submission_id"),
        Column.Id("applicant_id"),
        Column.Text("kind"),
        Column.Text("status"),
        Column.Text("outcome"),
        Column.Text("source"),
        Column.Text("executor"),
        Column.Flag("paused"),
        Column.Instant("due_at"),
        Column.Instant("closed_at"),
        Column.Long("version"),
        Column.Text("document"),
        Column.Text("subject"),
        Column.Instant("received_at"),
        Column.Id("object_id"),
        Column.Long("latitude"),
        Column.Long("longitude"),
        Column.Flag("unplaced"),
        Column.Instant("created_at"));

    /// <summary>All but the last column of the insert: a case keeps its creation.</summary>
    public static readonly Statement Update = Statement.Update("cases", 1, Insert.Columns[..^1]);

    public static readonly Statement InsertEvent = Statement.Insert(
        "case_events",
        Column.Id("case_id"),
        Column.Long("sequence"),
        Column.Instant("occurred_at"),
        Column.Instant("recorded_at"),
        Column.Text("document"));

    public static readonly Statement LinkGuard = Statement.Select("t.id, t.version", "links t", string.Empty, "order by t.id", "t", Column.Id("id"));

    /// <summary>Links by what they point to, locked.</summary>
    public static readonly Statement LinkByRecord = Statement.Select(
        "t.document",
        "links t",
        string.Empty,
        "order by t.id",
        "t",
        Column.Text("adapter"),
        Column.Text("record_type"),
        Column.Text("external_id"));

    public static readonly Statement InsertLink = Statement.Insert("links", LinkColumns());

    public static readonly Statement UpdateLink = Statement.Update("links", 1, LinkColumns());

    public static readonly Statement SaveSubmission = Statement.Insert(
        "submissions",
        1,
        "on conflict (id) do update set applicant_id = excluded.applicant_id, document = excluded.document",
        Column.Id("id"),
        Column.Text("source"),
        Column.Text("external_id"),
        Column.Id("applicant_id"),
        Column.Instant("received_at"),
        Column.Text("document"));

    public static readonly Statement SaveSubmissionBody = Statement.Insert(
        "submission_bodies",
        1,
        "on conflict (submission_id) do update set key_id = excluded.key_id, cipher = excluded.cipher",
        Column.Id("submission_id"),
        Column.Id("key_id"),
        Column.Bytes("cipher"));

    public static readonly Statement SaveApplicant = Statement.Insert(
        "applicants",
        1,
        "on conflict (id) do update set key_id = excluded.key_id, cipher = excluded.cipher",
        Column.Id("id"),
        Column.Id("key_id"),
        Column.Bytes("cipher"));

    public static readonly Statement ClearIndex = Statement.Delete("applicant_index", Column.Id("applicant_id"));

    public static readonly Statement InsertIndex = Statement.Insert(
        "applicant_index",
        3,
        "on conflict do nothing",
        Column.Text("field"),
        Column.Bytes("hmac"),
        Column.Id("applicant_id"));

    /// <summary>A later version of a submission names its files again.</summary>
    public static readonly Statement InsertAttachment = Statement.Insert(
        "attachments",
        1,
        "on conflict do nothing",
        Column.Id("id"),
        Column.Id("submission_id"),
        Column.Id("case_id"),
        Column.Text("adapter"),
        Column.Text("external_id"),
        Column.Id("key_id"),
        Column.Bytes("cipher"),
        Column.Text("media_type"),
        Column.Long("size"),
        Column.Text("sha256"),
        Column.Instant("created_at"));

    public static object?[] UpdateRow(Case row) =>
    [
        row.Id.Value,
        row.Number,
        row.SubmissionId.Value,
        row.ApplicantId?.Value,
        EnumWord.Of(row.Kind),
        EnumWord.Of(row.Status),
        row.Outcome is { } outcome ? EnumWord.Of(outcome) : null,
        row.Source,
        row.Route?.Executor ?? row.Route?.Body,
        row.IsPaused,
        row.DueAt,
        row.ClosedAt,
        row.Version,
        Document(row),
        row.Classifier.Subject,
        row.ReceivedAt,
        row.Territory.GarObject,
        PointOf(row.Territory)?.Latitude,
        PointOf(row.Territory)?.Longitude,
        !row.Territory.IsPlaced,
    ];

    public static object?[] InsertRow(Case row, DateTimeOffset createdAt) => [.. UpdateRow(row), createdAt];

    public static object?[] EventRow(CaseEvent row) =>
        [row.CaseId.Value, row.Sequence, row.OccurredAt, row.RecordedAt, Document(row)];

    public static object?[] LinkRow(Link row) =>
        [row.Id.Value, row.CaseId.Value, row.Adapter, row.RecordType, row.ExternalId, row.Version, Document(row)];

    public static object?[] SubmissionRow(Submission row) =>
        [row.Id.Value, row.Source, row.ExternalId, row.ApplicantId?.Value, row.ReceivedAt, Document(row)];

    public static object?[] AttachmentValues(AttachmentWrite write) => AttachmentValues(write.Row, write.Details);

    private static object?[] AttachmentValues(AttachmentRow row, SealedBody details) =>
    [
        row.Id.Value,
        row.SubmissionId?.Value,
        row.CaseId?.Value,
        row.Adapter,
        row.ExternalId,
        details.KeyId,
        details.Cipher,
        row.MediaType,
        row.Size,
        row.Sha256,
        row.CreatedAt,
    ];

    public static string Document<T>(T value) => JsonSerializer.Serialize(value, DomainJson.Options);

    public static T ReadDocument<T>(RowCursor row) =>
        JsonSerializer.Deserialize<T>(row.Text(), DomainJson.Options) ?? throw new InvalidDataException($"A row holds no {typeof(T).Name}.");

    public static T? ReadDocumentOrNull<T>(RowCursor row)
        where T : class => row.TextOrNull() is { } document ? JsonSerializer.Deserialize<T>(document, DomainJson.Options) : null;

    /// <summary>The exact point in millionths of a degree; that of a settlement is none.</summary>
    public static (long Latitude, long Longitude)? PointOf(Territory territory) =>
        territory is { Latitude: { } latitude, Longitude: { } longitude, Precision: not LocationPrecision.Settlement }
            ? (NearbySql.Millionths(latitude), NearbySql.Millionths(longitude))
            : null;

    private static Column[] LinkColumns() =>
    [
        Column.Id("id"),
        Column.Id("case_id"),
        Column.Text("adapter"),
        Column.Text("record_type"),
        Column.Text("external_id"),
        Column.Long("version"),
        Column.Text("document"),
    ];
}
