namespace MCU.Integration.Workflows.Definitions;

/// <summary>When a new instance may start; the caller evaluates it, since it needs the stored instances.</summary>
public enum ActivationStrategy
{
    /// <summary>Always.</summary>
    Always,

    /// <summary>No other instance of the definition is running.</summary>
    Singleton,

    /// <summary>No instance of any definition with the same correlation id is running.</summary>
    Correlation,

    /// <summary>No instance of the definition with the same correlation id is running.</summary>
    CorrelatedSingleton,
}
