using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Hub.Api;

/// <summary>An adapter as the API shows it.</summary>
internal sealed record AdapterResource(
    string Key,
    string Title,
    IReadOnlyList<AdapterResource.Document> Documents,
    IReadOnlyList<AdapterResource.Operation> Operations,
    bool Paused,
    string? PausedReason,
    DateTimeOffset? LastSuccessAt,
    DateTimeOffset? LastFailureAt,
    string? LastFailure,
    int ConsecutiveFailures)
{
    public static AdapterResource Of(AdapterView view) => new(
        view.Description.Key,
        view.Description.Title,
        [.. view.Description.Documents.Values.Select(document => new Document(document.Type, document.Title, document.Schema, document.Validation)).OrderBy(document => document.Type, StringComparer.Ordinal)],
        [.. view.Description.Operations.Values.Select(operation => new Operation(operation.Name, operation.Title, operation.DocumentType, operation.RecordType, operation.EffectOnce)).OrderBy(operation => operation.Name, StringComparer.Ordinal)],
        view.Connection.Paused,
        view.Connection.PausedReason,
        view.Connection.LastSuccessAt,
        view.Connection.LastFailureAt,
        view.Connection.LastFailure,
        view.Connection.ConsecutiveFailures);

    internal sealed record Document(string Type, string Title, string Schema, ValidationMode Validation);

    internal sealed record Operation(string Name, string Title, string DocumentType, string RecordType, EffectOnce EffectOnce);
}
