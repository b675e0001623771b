using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Cases;

/// <summary>Why a change of a case was refused; a refusal is an ordinary answer, never an exception.</summary>
[JsonConverter(typeof(EnumWordConverter<CaseRefusalCode>))]
public enum CaseRefusalCode
{
    /// <summary>There is no case yet.</summary>
    CaseMissing,

    /// <summary>The case was opened before.</summary>
    CaseExists,

    /// <summary>The main status cannot move so.</summary>
    TransitionNotAllowed,

    /// <summary>The case is answered or closed; only reopening is possible.</summary>
    CaseFinished,

    /// <summary>Only an answered or closed case can be reopened.</summary>
    CaseNotFinished,

    /// <summary>An answer or a close without an outcome.</summary>
    OutcomeRequired,

    /// <summary>This outcome does not fit this step.</summary>
    OutcomeNotAllowed,

    /// <summary>A date is missing, such as the end of a deferral.</summary>
    DateRequired,

    /// <summary>A rating without a score, or outside its scale.</summary>
    RatingRequired,

    /// <summary>The extended term is not later than the present one.</summary>
    ExtensionNotLater,

    /// <summary>There is no clarification or deferral to end.</summary>
    OverlayAbsent,
}
