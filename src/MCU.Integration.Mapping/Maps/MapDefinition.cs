using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Mapping.Maps;

/// <summary>A map as it was written.</summary>
/// <param name="Source">Schema key of the document that is read.</param>
/// <param name="Target">Schema key of the document that is made.</param>
public sealed record MapDefinition(string Key, string Title, int Version, string Source, string Target, IReadOnlyList<MapRule> Rules)
{
    /// <summary>IANA zone; null = the context's.</summary>
    public string? Zone { get; init; }

    /// <summary>Source places that are left out on purpose; <c>*</c> stands for one step.</summary>
    public IReadOnlyList<JsonPointer> Unused { get; init; } = [];
}
