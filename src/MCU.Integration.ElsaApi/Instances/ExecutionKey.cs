namespace MCU.Integration.ElsaApi.Instances;

/// <summary>
/// Ids of activity executions as the designer sees them: it asks for one by its id alone, but the hub keeps executions in the journal of their instance.
/// So the id names the instance too.
/// </summary>
internal static class ExecutionKey
{
    private const char Separator = '.';

    public static string Of(string instanceId, string executionId) => $"{executionId}{Separator}{instanceId}";

    public static string? OfOptional(string instanceId, string? executionId) => executionId is null ? null : Of(instanceId, executionId);

    /// <returns>Null when the text is not such an id.</returns>
    public static (string InstanceId, string ExecutionId)? Parse(string? key) => key?.IndexOf(Separator) is { } at and > 0 && at < key.Length - 1
        ? (key[(at + 1)..], key[..at])
        : null;
}
