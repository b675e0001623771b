namespace MCU.Integration.Workflows.Http;

/// <summary>Whether a request was answered.</summary>
public enum HttpSendOutcome
{
    /// <summary>There is an answer, whatever its status.</summary>
    Answered,

    /// <summary>No connection, or it broke: also unknown names, TLS errors, malformed answers and forbidden addresses.</summary>
    FailedToConnect,

    /// <summary>No answer within the time limit; the other side may have acted.</summary>
    Timeout,
}
