namespace MCU.Integration.Pipeline.Adapters;

public enum StepOutcomeKind
{
    /// <summary>Done; the result is known.</summary>
    Done,

    /// <summary>Refused for good: trying again cannot help.</summary>
    Refused,

    /// <summary>Certainly not done; try again later.</summary>
    NotDone,

    /// <summary>May have been done (timeout, broken connection, crash).</summary>
    Unknown,

    /// <summary>Not even tried: the breaker is open or the adapter is paused.</summary>
    NotTried,
}
