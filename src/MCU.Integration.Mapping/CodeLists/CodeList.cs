using System.Collections.Frozen;

namespace MCU.Integration.Mapping.CodeLists;

/// <summary>A crosswalk of two vocabularies. Immutable, thread-safe.</summary>
public sealed class CodeList
{
    private readonly FrozenDictionary<string, string?> _toRight;
    private readonly FrozenDictionary<string, string?> _toLeft;

    /// <remarks>Where a code is the source of two entries the first wins; <see cref="CodeListReader"/> refuses such lists.</remarks>
    public CodeList(string key, string title, int version, CodeVocabulary left, CodeVocabulary right, IReadOnlyList<CodeListEntry> entries)
    {
        Key = key;
        Title = title;
        Version = version;
        Left = left;
        Right = right;
        Entries = entries;
        _toRight = Index(entries, CodeDirection.ToRight, entry => entry.Left, entry => entry.Right);
        _toLeft = Index(entries, CodeDirection.ToLeft, entry => entry.Right, entry => entry.Left);
    }

    public string Key { get; }

    public string Title { get; }

    public int Version { get; }

    public CodeVocabulary Left { get; }

    public CodeVocabulary Right { get; }

    public MissingCodePolicy ToRight { get; init; } = MissingCodePolicy.Error;

    public MissingCodePolicy ToLeft { get; init; } = MissingCodePolicy.Error;

    public IReadOnlyList<CodeListEntry> Entries { get; }

    /// <param name="direction"><see cref="CodeDirection.ToRight"/> or <see cref="CodeDirection.ToLeft"/>.</param>
    /// <param name="policy">Overrides the list's own.</param>
    public CodeLookup Find(string code, CodeDirection direction, MissingCodePolicy? policy = null)
    {
        if (Table(direction).TryGetValue(code, out var target))
        {
            return new(true, target, true);
        }

        policy ??= direction == CodeDirection.ToRight ? ToRight : ToLeft;
        return policy.Missing switch
        {
            MissingCode.Keep => new(true, code, false),
            MissingCode.Default => new(true, policy.Default, false),
            _ => new(false, null, false),
        };
    }

    /// <summary>The codes that can be looked up in a direction.</summary>
    public IReadOnlyCollection<string> Codes(CodeDirection direction) => Table(direction).Keys;

    private FrozenDictionary<string, string?> Table(CodeDirection direction) => direction switch
    {
        CodeDirection.ToRight => _toRight,
        CodeDirection.ToLeft => _toLeft,
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, "A lookup goes one way."),
    };

    private static FrozenDictionary<string, string?> Index(
        IReadOnlyList<CodeListEntry> entries, CodeDirection direction, Func<CodeListEntry, string?> source, Func<CodeListEntry, string?> target)
    {
        var index = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.Direction.HasFlag(direction) && source(entry) is { } code)
            {
                index.TryAdd(code, target(entry));
            }
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
