namespace MCU.Integration.Pipeline.Sealing;

/// <summary>The key of one class and month, in hand: sealing asks the database nothing, so it may be used inside a transaction.</summary>
public interface ISealingKey
{
    SealedBody Seal(SealedPlace place, ReadOnlySpan<byte> plain);
}
