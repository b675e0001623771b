using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Audit;

/// <summary>Writes audit rows in the transaction of the deed: neither happens without the other.</summary>
internal static class AuditSql
{
    private static readonly Statement Insert = Statement.Insert(
        "audit", Column.Id("id"), Column.Instant("at"), Column.Text("actor"), Column.Text("action"), Column.Text("target"), Column.Text("detail"));

    public static void Write(HubSession session, params IEnumerable<AuditEntry?> entries) => session.Write(
        Insert, [.. entries.OfType<AuditEntry>().Select(entry => new object?[] { entry.Id, entry.At, entry.Actor, entry.Action, entry.Target, entry.Detail })]);
}
