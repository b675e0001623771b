namespace MCU.Integration.Pipeline.Adapters;

/// <summary>How deliveries to one adapter are tried.</summary>
/// <param name="Concurrency">Deliveries under way at once.</param>
/// <param name="MaxAttempts">After so many attempts a delivery is dead.</param>
/// <param name="FirstDelay">Delay before the second attempt; doubles with each further one, with jitter.</param>
/// <param name="MaxDelay">Upper bound of the delay.</param>
/// <param name="AttemptTimeout">Of one HTTP request.</param>
public sealed record DeliveryPolicy(int Concurrency, int MaxAttempts, TimeSpan FirstDelay, TimeSpan MaxDelay, TimeSpan AttemptTimeout)
{
    public static DeliveryPolicy Default { get; } = new(8, 12, TimeSpan.FromSeconds(5), TimeSpan.FromHours(1), TimeSpan.FromSeconds(20));
}
