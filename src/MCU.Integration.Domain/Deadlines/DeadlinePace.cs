using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Deadlines;

/// <summary>Which set of terms a case runs under.</summary>
[JsonConverter(typeof(EnumWordConverter<DeadlinePace>))]
public enum DeadlinePace
{
    /// <summary>The ordinary terms.</summary>
    Standard,

    /// <summary>Shortened terms for an approved list of typical problems (ускоренное решение).</summary>
    Accelerated,

    /// <summary>Terms of a deferred solution.</summary>
    Deferred,
}
