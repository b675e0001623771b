using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Directory;

/// <summary>What an entry of the directory is.</summary>
[JsonConverter(typeof(EnumWordConverter<BodyKind>))]
public enum BodyKind
{
    /// <summary>A body of local government: administration, committee, department.</summary>
    Body,

    /// <summary>An institution or enterprise under a body.</summary>
    Institution,

    /// <summary>A part of a body or institution.</summary>
    Branch,
}
