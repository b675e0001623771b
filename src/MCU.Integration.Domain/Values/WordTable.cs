using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Values;

/// <summary>
/// The words of one enumeration by its numbers. Not generic, because the runtime compiles every collection of every enumeration anew: with some twenty
/// vocabularies that was a quarter of what a starting hub compiled.
/// </summary>
internal sealed class WordTable
{
    private readonly Dictionary<int, string> _words = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _all = [];

    /// <exception cref="NotSupportedException">The enumeration does not rest on int.</exception>
    public WordTable(Type vocabulary)
    {
        if (Enum.GetUnderlyingType(vocabulary) != typeof(int))
        {
            throw new NotSupportedException($"{vocabulary} does not rest on int.");
        }

        foreach (var member in vocabulary.GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var word = member.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(member.Name);
            var number = (int)member.GetRawConstantValue()!;
            _words.Add(number, word);
            _numbers.Add(word, number);
            _all.Add(word);
        }
    }

    public IReadOnlyList<string> All => _all;

    public string? WordOf(int number) => _words.GetValueOrDefault(number);

    public bool TryParse(string? word, out int number)
    {
        number = 0;
        return word is not null && _numbers.TryGetValue(word, out number);
    }
}
