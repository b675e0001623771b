namespace MCU.Integration.Pipeline.Access;

/// <param name="User">Null when the name, the password or both are wrong, the user is disabled, or the name is locked.</param>
/// <param name="LockedUntil">Set while the name is locked after too many failures.</param>
public sealed record SignInResult(HubUser? User, DateTimeOffset? LockedUntil);
