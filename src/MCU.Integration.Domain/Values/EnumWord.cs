using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Values;

/// <summary>
/// The one spelling of a closed vocabulary in JSON, columns, files and the console: snake_case, or what
/// <see cref="JsonStringEnumMemberNameAttribute"/> says where an outside vocabulary dictates it.
/// </summary>
public static class EnumWord
{
    /// <summary>The word of a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is no member of the enumeration.</exception>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Table<T>.Words.TryGetValue(value, out var word) ? word : throw new ArgumentOutOfRangeException(nameof(value), value, null);

    /// <summary>The value of a word; case matters.</summary>
    public static bool TryParse<T>([NotNullWhen(true)] string? word, out T value)
        where T : struct, Enum
    {
        if (word is not null)
        {
            return Table<T>.Values.TryGetValue(word, out value);
        }

        value = default;
        return false;
    }

    /// <summary>Every word, in the order of declaration.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Table<T>.Ordered;

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly IReadOnlyList<string> Ordered = [.. Enum.GetValues<T>().Select(Spell)];
        public static readonly FrozenDictionary<T, string> Words = Enum.GetValues<T>().ToFrozenDictionary(value => value, Spell);
        public static readonly FrozenDictionary<string, T> Values =
            Words.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

        private static string Spell(T value)
        {
            var name = value.ToString();
            return typeof(T).GetField(name)?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
                ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
        }
    }
}
