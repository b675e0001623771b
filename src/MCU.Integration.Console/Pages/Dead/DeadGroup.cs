namespace MCU.Integration.Console.Pages.Dead;

/// <summary>What was given up for the same reason.</summary>
public sealed record DeadGroup(DeadKind Kind, string Adapter, string Reason, IReadOnlyList<DeadItem> Items)
{
    /// <summary>Stable over refreshes.</summary>
    public string Id => $"{Kind}|{Adapter}|{Reason}";
}
