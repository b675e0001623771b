using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Cases;

/// <summary>How a clarification ended.</summary>
[JsonConverter(typeof(EnumWordConverter<ClarificationEnd>))]
public enum ClarificationEnd
{
    /// <summary>The applicant answered.</summary>
    Answered,

    /// <summary>The applicant's term ran out.</summary>
    Expired,

    /// <summary>The body went on without an answer.</summary>
    Resumed,
}
