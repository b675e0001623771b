namespace MCU.Integration.Console.Pages.Dead;

/// <summary>What waits for a person.</summary>
public enum DeadKind
{
    Message,
    Delivery,

    /// <summary>A delivery whose effect is unknown.</summary>
    Held,
}
