namespace MCU.Integration.Domain.Deadlines;

/// <summary>The profile that was chosen.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="IsFallback">Whether there was none for the pace, so that the standard one was taken.</param>
public sealed record ProfileChoice(DeadlineProfile Profile, bool IsFallback);
