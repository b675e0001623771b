using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MCU.Integration.Storage.Database;

/// <summary>Names of advisory locks; fixed for ever, because nodes of different versions share them.</summary>
internal static class AdvisoryLocks
{
    public const long Migration = 0x4D43_5500_0001;

    /// <summary>Shared by transactions that rely on the active set, exclusive while another one is published.</summary>
    public const long ActiveSet = 0x4D43_5500_0002;

    /// <summary>Makes starts that an activation gate guards queue up.</summary>
    public const long Activation = 0x4D43_5500_0003;

    /// <summary>
    /// One of the names by which decisions that hang on counts of earlier cases queue up; a place is one name or a few. Never one of the others, which are positive.
    /// </summary>
    public static long Nearby(string place)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(place), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash) | long.MinValue;
    }
}
