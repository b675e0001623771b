namespace MCU.Integration.Pipeline.Access;

/// <param name="PasswordHash">ASP.NET Identity format (PBKDF2); null until the one-time link was used.</param>
/// <param name="SecurityStamp">Changes when sessions must end.</param>
public sealed record HubUser(
    Guid Id,
    string Name,
    string DisplayName,
    string? PasswordHash,
    IReadOnlyList<HubRole> Roles,
    IReadOnlyList<string> Adapters,
    string SecurityStamp,
    bool Disabled,
    DateTimeOffset CreatedAt);
