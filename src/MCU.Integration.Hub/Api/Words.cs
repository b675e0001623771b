using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Hub.Api;

/// <summary>Reads words and ids of addresses and queries; what cannot be read is the caller's error.</summary>
internal static class Words
{
    /// <summary>A word of a closed vocabulary; null when the parameter is absent.</summary>
    public static T? Optional<T>(string? word, string parameter)
        where T : struct, Enum => word is null or "" ? null
        : EnumWord.TryParse<T>(word, out var value) ? value
        : throw UseCaseException.Invalid($"/{parameter}", "unknown_word", $"The parameter '{parameter}' is one of: {string.Join(", ", EnumWord.All<T>())}.");

    public static TId? OptionalId<TId>(string? text, string parameter)
        where TId : struct, IEntityId<TId> => text is null or "" ? null
        : EntityId.TryParse<TId>(text, out var id) ? id
        : throw UseCaseException.Invalid($"/{parameter}", "not_an_id", $"The parameter '{parameter}' is a UUID.");
}
