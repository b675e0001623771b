using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Pipeline.Activities.Pickers;

/// <summary>The crosswalks of two vocabularies.</summary>
internal sealed class CodeListPicker : IPicker
{
    public PickerKind Kind => PickerKind.CodeList;

    public IEnumerable<PickerItem> Items(ActiveSet set, string? narrowedBy) => set.Documents.CodeLists.Values.Select(list => PickerItem.Of(list.Key, list.Title));
}
