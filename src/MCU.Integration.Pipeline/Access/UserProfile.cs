namespace MCU.Integration.Pipeline.Access;

/// <summary>Who a user is, as others see it.</summary>
/// <param name="Organisation">Body or institution; empty = none.</param>
public sealed record UserProfile(string DisplayName, UserDuty Duty = UserDuty.None, string Organisation = "");
