namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <summary>A request of a case to an HTTP workflow; the path is that below the base path, with its query.</summary>
internal sealed record CaseRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[]? Body);
