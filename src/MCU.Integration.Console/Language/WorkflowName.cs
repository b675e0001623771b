namespace MCU.Integration.Console.Language;

/// <param name="Activities">Activity id → what the designer shows on it.</param>
public sealed record WorkflowName(string VersionId, string DefinitionId, string Name, int Version, IReadOnlyDictionary<string, string> Activities);
