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
    DateTimeOffset CreatedAt)
{
    public UserDuty Duty { get; init; }

    /// <summary>Body or institution that the user works for; empty = none.</summary>
    public string Organisation { get; init; } = "";

    public UserProfile Profile => new(DisplayName, Duty, Organisation);
}
