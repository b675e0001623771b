using System.Diagnostics.CodeAnalysis;

namespace MCU.Integration.Domain.Ids;

/// <summary>Text form of typed ids: 36 lower-case characters with dashes, everywhere.</summary>
public static class EntityId
{
    /// <summary>The text form, whose ordinal order is the order of creation.</summary>
    public static string ToText<TId>(TId id)
        where TId : struct, IEntityId<TId> => id.Value.ToString("D");

    /// <summary>Reads the text form; upper case is tolerated, other layouts (braces, no dashes) are not.</summary>
    public static bool TryParse<TId>([NotNullWhen(true)] string? text, out TId id)
        where TId : struct, IEntityId<TId>
    {
        var parsed = Guid.TryParseExact(text, "D", out var value);
        id = parsed ? TId.From(value) : default;
        return parsed;
    }
}
