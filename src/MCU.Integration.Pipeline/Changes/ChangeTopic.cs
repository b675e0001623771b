namespace MCU.Integration.Pipeline.Changes;

/// <summary>What kind of thing changed.</summary>
public enum ChangeTopic
{
    /// <summary>A case; the subject is its id.</summary>
    Case,

    /// <summary>A row of the heat map; the subject is its key.</summary>
    Indicator,
}
