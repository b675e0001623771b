using MCU.Integration.Domain.Cases;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>Hands out human case numbers from blocks reserved in the database, so that opening a case costs no round trip.</summary>
public sealed class CaseNumbers(ICaseNumberStore store)
{
    private const int BlockSize = 100;

    private readonly SemaphoreSlim _gate = new(1);
    private int _year;
    private int _next;
    private int _end;

    /// <summary>The next number of the given local year; numbers of a stopped hub are skipped.</summary>
    public async ValueTask<string> NextAsync(int year, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (_year != year || _next >= _end)
            {
                _next = await store.ReserveAsync(year, BlockSize, cancellation);
                _end = _next + BlockSize;
                _year = year;
            }

            return CaseNumber.Format(year, _next++);
        }
        finally
        {
            _gate.Release();
        }
    }
}
