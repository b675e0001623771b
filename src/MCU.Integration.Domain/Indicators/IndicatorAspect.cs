using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Indicators;

/// <summary>By what cases are told apart beside period and territory.</summary>
[JsonConverter(typeof(EnumWordConverter<IndicatorAspect>))]
public enum IndicatorAspect
{
    /// <summary>Adapter of origin.</summary>
    Source,

    /// <summary>Industry block of the category.</summary>
    Block,

    /// <summary>First level of the classifier.</summary>
    Category,

    /// <summary>Second level of the classifier.</summary>
    Subcategory,
}
