namespace MCU.Integration.Workflows.Http;

/// <summary>A received form.</summary>
/// <param name="Fields">The fields by name, values in their order.</param>
/// <param name="Files">The files in their order.</param>
public sealed record HttpFormData(IReadOnlyDictionary<string, IReadOnlyList<string?>> Fields, IReadOnlyList<HttpFileData> Files);
