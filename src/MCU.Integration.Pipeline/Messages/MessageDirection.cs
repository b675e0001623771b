namespace MCU.Integration.Pipeline.Messages;

public enum MessageDirection
{
    In,
    Out,
}
