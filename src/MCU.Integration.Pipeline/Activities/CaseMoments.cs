namespace MCU.Integration.Pipeline.Activities;

/// <summary>Words of the case events that workflows can start with.</summary>
public static class CaseMoments
{
    public const string Created = "created";
    public const string Routed = "routed";
    public const string StatusChanged = "status_changed";
    /// <summary>A person said where the case is.</summary>
    public const string Placed = "placed";

    /// <summary>The term ends soon.</summary>
    public const string DueSoon = "due_soon";

    /// <summary>The term ended without an answer.</summary>
    public const string Overdue = "overdue";

    public const string Reopened = "reopened";

    /// <summary>A delivery that had been given up was delivered after all; the input names it.</summary>
    public const string DeliveryRecovered = "delivery.recovered";
}
