namespace MCU.Integration.Console.Pages.Overview;

/// <summary>How an outside system is, in one word.</summary>
public enum SystemHealth
{
    /// <summary>Nothing was exchanged yet.</summary>
    Unknown,
    Up,

    /// <summary>The last attempts failed, or what is due goes out late.</summary>
    Slow,

    /// <summary>Attempts fail one after the other.</summary>
    Failing,

    /// <summary>A person stopped it.</summary>
    Paused,
}
