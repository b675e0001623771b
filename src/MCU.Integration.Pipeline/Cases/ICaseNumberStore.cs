namespace MCU.Integration.Pipeline.Cases;

public interface ICaseNumberStore
{
    /// <summary>Reserves a block of serial numbers of a year and returns the first; a block is never given twice, gaps are allowed.</summary>
    Task<int> ReserveAsync(int year, int count, CancellationToken cancellation);
}
