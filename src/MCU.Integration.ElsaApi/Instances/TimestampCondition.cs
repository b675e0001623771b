namespace MCU.Integration.ElsaApi.Instances;

/// <summary>A condition on an instant of an instance.</summary>
internal sealed class TimestampCondition
{
    public string? Column { get; set; }

    public string? Operator { get; set; }

    public DateTimeOffset? Timestamp { get; set; }
}
