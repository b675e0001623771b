using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Pipeline.Activities.Pickers;

/// <summary>The words of a closed vocabulary of the hub.</summary>
/// <param name="titles">Word → what people call it; a word without a title is shown as it is.</param>
internal sealed class WordPicker<T>(PickerKind kind, IReadOnlyDictionary<string, string> titles) : IPicker
    where T : struct, Enum
{
    public PickerKind Kind => kind;

    public IEnumerable<PickerItem> Items(ActiveSet set, string? narrowedBy) => EnumWord.All<T>().Select(word => PickerItem.Of(word, titles.GetValueOrDefault(word)));
}
