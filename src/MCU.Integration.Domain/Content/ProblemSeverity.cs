using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Content;

/// <summary>How bad a problem is.</summary>
[JsonConverter(typeof(EnumWordConverter<ProblemSeverity>))]
public enum ProblemSeverity
{
    /// <summary>The content cannot go live.</summary>
    Error,

    /// <summary>It can, but somebody should look.</summary>
    Warning,
}
