namespace MCU.Integration.Storage.Database;

/// <summary>Names of advisory locks; fixed for ever, because nodes of different versions share them.</summary>
internal static class AdvisoryLocks
{
    public const long Migration = 0x4D43_5500_0001;

    /// <summary>Shared by transactions that rely on the active set, exclusive while another one is published.</summary>
    public const long ActiveSet = 0x4D43_5500_0002;

    /// <summary>Makes starts that an activation gate guards queue up.</summary>
    public const long Activation = 0x4D43_5500_0003;

    /// <summary>Makes decisions that hang on a count of earlier cases queue up.</summary>
    public const long Nearby = 0x4D43_5500_0004;
}
