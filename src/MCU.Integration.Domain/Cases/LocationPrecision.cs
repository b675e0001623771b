using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Cases;

/// <summary>How exact a point is.</summary>
[JsonConverter(typeof(EnumWordConverter<LocationPrecision>))]
public enum LocationPrecision
{
    /// <summary>A house: personal data if it is the applicant's home.</summary>
    House,

    /// <summary>A street.</summary>
    Street,

    /// <summary>A settlement only.</summary>
    Settlement,
}
