namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>Every delivery is in exactly one of these.</summary>
public enum DeliveryState
{
    /// <summary>Due now or later; also while a sender holds its lease.</summary>
    Waiting,

    /// <summary>The outside system took it.</summary>
    Delivered,

    /// <summary>The outside system refused it for good (a 4xx that is not about us being early or too many).</summary>
    Refused,

    /// <summary>A newer delivery of the same case made it pointless.</summary>
    Superseded,

    /// <summary>Its effect is unknown and cannot be asked for: a person decides.</summary>
    Held,

    /// <summary>Given up after all attempts; keeps its error and can be replayed.</summary>
    Dead,
}
