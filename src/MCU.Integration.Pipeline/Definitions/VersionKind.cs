namespace MCU.Integration.Pipeline.Definitions;

/// <summary>Words of Elsa's <c>versionOptions</c>.</summary>
public enum VersionKind
{
    AllVersions,

    /// <summary>Not published.</summary>
    Draft,

    Latest,

    Published,

    LatestOrPublished,

    LatestAndPublished,

    /// <summary>A version by its number.</summary>
    Number,
}
