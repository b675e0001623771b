using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Rules;

/// <summary>Fields that a condition compares with a set of values.</summary>
[JsonConverter(typeof(EnumWordConverter<RuleField>))]
public enum RuleField
{
    /// <summary>Category id.</summary>
    Category,

    /// <summary>Subcategory id.</summary>
    Subcategory,

    /// <summary>Fact id.</summary>
    Fact,

    /// <summary>City district, case ignored.</summary>
    District,

    /// <summary>Adapter key.</summary>
    Source,

    /// <summary>Channel.</summary>
    Channel,

    /// <summary>Legal regime.</summary>
    Regime,

    /// <summary>Case kind.</summary>
    Kind,

    /// <summary>Kind of applicant.</summary>
    Applicant,
}
