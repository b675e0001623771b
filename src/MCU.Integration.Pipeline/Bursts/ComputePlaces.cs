namespace MCU.Integration.Pipeline.Bursts;

/// <summary>
/// How many bursts compute at once: more than there are processors, since those that wait for a look-up share its round trip. A burst that waits for an
/// outside system gives its place back meanwhile.
/// </summary>
public sealed class ComputePlaces : IDisposable
{
    private readonly SemaphoreSlim _places = new(16 * Environment.ProcessorCount);

    public Task EnterAsync(CancellationToken cancellation) => _places.WaitAsync(cancellation);

    public void Leave() => _places.Release();

    public void Dispose() => _places.Dispose();
}
