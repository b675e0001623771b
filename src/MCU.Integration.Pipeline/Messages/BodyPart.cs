namespace MCU.Integration.Pipeline.Messages;

/// <summary>Which body of a message.</summary>
public enum BodyPart
{
    /// <summary>As it crossed the border.</summary>
    Raw,

    /// <summary>What the map made of it, in the hub's canonical form.</summary>
    Canonical,
}
