using System.Globalization;

namespace MCU.Integration.Pipeline.Definitions;

/// <summary>Elsa's way to say which versions of a definition are meant.</summary>
/// <param name="Kind">The word.</param>
/// <param name="Version">The number, when the kind is <see cref="VersionKind.Number"/>.</param>
public sealed record VersionOptions(VersionKind Kind, int Version = 0)
{
    public static VersionOptions All { get; } = new(VersionKind.AllVersions);

    public static VersionOptions Latest { get; } = new(VersionKind.Latest);

    public static VersionOptions Published { get; } = new(VersionKind.Published);

    /// <summary>Reads <c>Latest</c>, <c>Published</c>, … or a number.</summary>
    /// <param name="unset">What an absent or empty text means; it differs from endpoint to endpoint.</param>
    /// <returns>Null when the text is none of them.</returns>
    public static VersionOptions? Parse(string? text, VersionOptions unset) =>
        string.IsNullOrWhiteSpace(text) ? unset
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? new(VersionKind.Number, version)
        : Enum.TryParse<VersionKind>(text, ignoreCase: true, out var kind) && kind != VersionKind.Number && Enum.IsDefined(kind) ? new(kind)
        : null;

    /// <summary>Whether a version is meant, seen by itself.</summary>
    public bool Includes(DefinitionRow row) => Kind switch
    {
        VersionKind.Latest => row.IsLatest,
        VersionKind.Published => row.IsPublished,
        VersionKind.Draft => !row.IsPublished,
        VersionKind.LatestOrPublished => row.IsLatest || row.IsPublished,
        VersionKind.LatestAndPublished => row.IsLatest && row.IsPublished,
        VersionKind.Number => row.Version == Version,
        _ => true,
    };

    /// <summary>The one version that is meant: the newest of those included.</summary>
    public DefinitionRow? Choose(IEnumerable<DefinitionRow> versions) => versions.Where(Includes).MaxBy(row => row.Version);
}
