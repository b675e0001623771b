namespace MCU.Integration.Mocks.Tests;

internal static class Eventually
{
    /// <summary>Waits until the city, which lives by itself, has come to a state.</summary>
    public static async Task HoldsAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, limit.Token);
        }
    }
}
