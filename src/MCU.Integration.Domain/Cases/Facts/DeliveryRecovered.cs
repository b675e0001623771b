using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>A delivery that had been given up was delivered after all.</summary>
public sealed record DeliveryRecovered : CaseFact
{
    internal const string Word = "delivery_recovered";

    /// <summary>Id of the delivery.</summary>
    public required string Delivery { get; init; }

    /// <summary>Adapter key.</summary>
    public required string Adapter { get; init; }

    /// <summary>Operation of the adapter.</summary>
    public required string Operation { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
