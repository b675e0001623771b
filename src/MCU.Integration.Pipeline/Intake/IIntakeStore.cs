namespace MCU.Integration.Pipeline.Intake;

public interface IIntakeStore
{
    /// <summary>
    /// Stores a batch durably in one transaction; one result per entry, in order. A key that occurs twice in the batch is judged in batch order.
    /// A message whose state is Waiting and for which neither an item nor a bookmark matched is stored as Dead with <c>no_route</c>.
    /// </summary>
    Task<IReadOnlyList<AcceptanceResult>> AcceptAsync(IReadOnlyList<Acceptance> batch, CancellationToken cancellation);

    Task<Watermark?> WatermarkAsync(string adapter, string feed, CancellationToken cancellation);

    /// <summary>Moves the watermark when a poll brought nothing.</summary>
    Task SaveWatermarkAsync(Watermark watermark, CancellationToken cancellation);
}
