using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Rules;

/// <summary>Why a rule decided nothing.</summary>
[JsonConverter(typeof(EnumWordConverter<PassedOverReason>))]
public enum PassedOverReason
{
    /// <summary>A condition does not hold; the pointer names it.</summary>
    NotMatched,

    /// <summary>It matched, but a rule before it had decided in the same group.</summary>
    GroupTaken,

    /// <summary>It is switched off.</summary>
    Disabled,

    /// <summary>It is not valid on the day of receipt.</summary>
    NotValid,

    /// <summary>A regular expression took too long.</summary>
    TimedOut,
}
