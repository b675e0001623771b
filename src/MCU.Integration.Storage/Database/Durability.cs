namespace MCU.Integration.Storage.Database;

/// <summary>What a commit waits for.</summary>
internal enum Durability
{
    /// <summary>The disk: what was committed survives a power cut.</summary>
    Forced,

    /// <summary>
    /// Nothing: it survives the end of the hub, but a power cut or a crash of the database may undo it, together with all that was committed after it.
    /// Only for what may be forgotten without harm, such as the claim of a work item.
    /// </summary>
    Lazy,
}
