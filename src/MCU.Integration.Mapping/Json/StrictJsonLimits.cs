namespace MCU.Integration.Mapping.Json;

/// <summary>How large a document may be.</summary>
public sealed record StrictJsonLimits
{
    public static StrictJsonLimits Default { get; } = new();

    /// <value>Bytes. The default value is 1 MiB.</value>
    public int MaxBytes { get; init; } = 1024 * 1024;

    /// <value>Nested objects and arrays. The default value is 64.</value>
    public int MaxDepth { get; init; } = 64;

    /// <value>Characters of one number; longer ones are an attack on parsers, not a measurement. The default value is 100.</value>
    public int MaxNumberLength { get; init; } = 100;

    /// <value>After so many problems reading stops. The default value is 20.</value>
    public int MaxProblems { get; init; } = 20;
}
