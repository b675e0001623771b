using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Cases;

/// <summary>What a case is.</summary>
[JsonConverter(typeof(EnumWordConverter<CaseKind>))]
public enum CaseKind
{
    /// <summary>A message (сообщение) of a citizen; not an appeal in the sense of 59-ФЗ.</summary>
    Report,

    /// <summary>An appeal (обращение) under 59-ФЗ.</summary>
    Appeal,

    /// <summary>A publication in a social network, from the incident system.</summary>
    Incident,
}
