using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Cases;

/// <summary>How a case ended.</summary>
[JsonConverter(typeof(EnumWordConverter<CaseOutcome>))]
public enum CaseOutcome
{
    /// <summary>What was asked for was done.</summary>
    Done,

    /// <summary>An explanation was given.</summary>
    Explained,

    /// <summary>The request was refused on its merits.</summary>
    Refused,

    /// <summary>Sent to another organisation by competence.</summary>
    Redirected,

    /// <summary>The same as another case.</summary>
    Duplicate,

    /// <summary>Not accepted for consideration.</summary>
    Rejected,
}
