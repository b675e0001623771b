namespace MCU.Integration.Domain.Directory;

/// <summary>The id of an entry in an outside system.</summary>
/// <param name="Adapter">Adapter key, such as <c>pos</c>.</param>
/// <param name="Id">The id there.</param>
public sealed record ExternalIdentity(string Adapter, string Id);
