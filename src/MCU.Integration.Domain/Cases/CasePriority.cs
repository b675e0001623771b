using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Cases;

/// <summary>How urgent a case is.</summary>
[JsonConverter(typeof(EnumWordConverter<CasePriority>))]
public enum CasePriority
{
    /// <summary>May wait.</summary>
    Low,

    /// <summary>The default.</summary>
    Normal,

    /// <summary>Before others.</summary>
    High,

    /// <summary>At once.</summary>
    Emergency,
}
