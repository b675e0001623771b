namespace MCU.Integration.Workflows.Http;

/// <summary>How the pauses between attempts grow.</summary>
public enum RetryBackoff
{
    /// <summary>Each doubles the one before.</summary>
    Exponential,

    /// <summary>All are the same.</summary>
    Constant,

    /// <summary>Each is longer by the first.</summary>
    Linear,
}
