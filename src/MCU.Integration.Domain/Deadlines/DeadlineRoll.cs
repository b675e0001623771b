using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Deadlines;

/// <summary>What happens when the last day is not a working day.</summary>
[JsonConverter(typeof(EnumWordConverter<DeadlineRoll>))]
public enum DeadlineRoll
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The preceding working day: administrative practice for 59-ФЗ.</summary>
    Previous,

    /// <summary>The following working day: ГК РФ art. 193.</summary>
    Next,
}
