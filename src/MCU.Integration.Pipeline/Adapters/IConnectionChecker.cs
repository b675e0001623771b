namespace MCU.Integration.Pipeline.Adapters;

public interface IConnectionChecker
{
    /// <summary>Asks the system one harmless question with the settings that are in force.</summary>
    Task<ConnectionCheck> CheckAsync(string adapter, CancellationToken cancellation);
}
