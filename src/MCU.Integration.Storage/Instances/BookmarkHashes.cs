using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Storage.Instances;

/// <summary>
/// What bookmarks are found by. The hash of a stimulus is one of its payload, which may be personal and easily guessed: it is stored keyed, so that whoever has
/// the database alone cannot try out what an instance waits for.
/// </summary>
internal sealed class BookmarkHashes(ISealer sealer)
{
    public string Of(string hash) => Convert.ToHexStringLower(sealer.BlindIndex("bookmark", hash));
}
