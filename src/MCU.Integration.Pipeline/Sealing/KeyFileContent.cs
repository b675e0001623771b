namespace MCU.Integration.Pipeline.Sealing;

/// <summary>What the key file holds.</summary>
/// <param name="Current">Id of the master key that wraps new data keys.</param>
/// <param name="IndexKey">32 bytes for blind indexes. It stays when master keys are rotated: an index cannot be computed again from what is stored.</param>
internal sealed record KeyFileContent(int Version, string Current, byte[] IndexKey, IReadOnlyList<MasterKey> MasterKeys)
{
    public const int CurrentVersion = 1;
}
