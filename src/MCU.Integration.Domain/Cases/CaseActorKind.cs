using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Cases;

/// <summary>Who makes something happen to a case.</summary>
[JsonConverter(typeof(EnumWordConverter<CaseActorKind>))]
public enum CaseActorKind
{
    /// <summary>An outside system.</summary>
    Adapter,

    /// <summary>A person at the console or the API.</summary>
    User,

    /// <summary>A program with an API key.</summary>
    Key,

    /// <summary>A workflow.</summary>
    Workflow,

    /// <summary>An auto-rule.</summary>
    AutoRule,

    /// <summary>A term that ran out or a date that came.</summary>
    Clock,
}
