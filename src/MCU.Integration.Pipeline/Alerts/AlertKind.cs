namespace MCU.Integration.Pipeline.Alerts;

/// <summary>What a person should know of.</summary>
public enum AlertKind
{
    /// <summary>A map met a code that its code list does not know. Subject: code list and code.</summary>
    UnknownCode,

    /// <summary>A term could not be computed as it should. Subject: what was missing.</summary>
    DeadlineProblem,

    /// <summary>A year has no calendar of working days. Subject: the year.</summary>
    NoCalendar,

    /// <summary>The oldest delivery that is not over has waited too long. Subject: the adapter.</summary>
    DeliveryStuck,

    /// <summary>A system has not answered for long. Subject: the adapter.</summary>
    NoAnswer,

    /// <summary>Messages or deliveries of an adapter were given up. Subject: the adapter.</summary>
    Dead,

    /// <summary>Open cases are past their term. Subject: the hub.</summary>
    Overdue,

    /// <summary>Work without a message was given up. Subject: the hub.</summary>
    DeadWork,
}
