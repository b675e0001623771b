using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
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
        Table<T>.Words.WordOf(Unsafe.BitCast<T, int>(value)) ?? throw new ArgumentOutOfRangeException(nameof(value), value, null);

    /// <summary>The value of a word; case matters.</summary>
    public static bool TryParse<T>([NotNullWhen(true)] string? word, out T value)
        where T : struct, Enum
    {
        var known = Table<T>.Words.TryParse(word, out var number);
        value = Unsafe.BitCast<int, T>(number);
        return known;
    }

    /// <summary>Every word, in the order of declaration.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Table<T>.Words.All;

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly WordTable Words = new(typeof(T));
    }
}
