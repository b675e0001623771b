namespace MCU.Integration.Pipeline.Intake;

/// <summary>How a message came; decides what becomes of an invalid one: a push is answered, anything else has nobody to answer and is dead.</summary>
public enum IntakeSource
{
    Push,
    Poll,
    File,
}
