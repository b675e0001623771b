namespace MCU.Integration.Workflows.State;

/// <summary>An exception as stored. No stack trace: it would name our own code only, and may carry data.</summary>
public sealed record ExceptionState(string Type, string Message, ExceptionState? InnerException)
{
    private const int MaxMessage = 2_000;

    /// <summary>Describes an exception and its causes.</summary>
    public static ExceptionState Of(Exception exception) => new(
        exception.GetType().FullName ?? exception.GetType().Name,
        exception.Message.Length > MaxMessage ? exception.Message[..MaxMessage] : exception.Message,
        exception.InnerException is { } inner ? Of(inner) : null);
}
