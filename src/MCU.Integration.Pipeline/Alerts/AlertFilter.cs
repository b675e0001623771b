namespace MCU.Integration.Pipeline.Alerts;

/// <summary>Filter of an alert list; null means any.</summary>
public sealed record AlertFilter
{
    /// <summary>True = only those whose cause stands.</summary>
    public bool? Open { get; init; }

    public AlertKind? Kind { get; init; }

    public string? Adapter { get; init; }
}
