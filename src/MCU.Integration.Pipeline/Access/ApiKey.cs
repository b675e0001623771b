namespace MCU.Integration.Pipeline.Access;

/// <param name="Prefix">Shown in lists; finds the row.</param>
/// <param name="Hash">SHA-256 of the whole key (256 random bits need no slow hash).</param>
public sealed record ApiKey(
    Guid Id,
    string Prefix,
    byte[] Hash,
    string Name,
    IReadOnlyList<HubRole> Roles,
    IReadOnlyList<string> Adapters,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt);
