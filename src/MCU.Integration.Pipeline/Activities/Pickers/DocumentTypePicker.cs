using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Pipeline.Activities.Pickers;

/// <summary>The documents that a system sends to the hub.</summary>
internal sealed class DocumentTypePicker : IPicker
{
    public PickerKind Kind => PickerKind.DocumentType;

    public IEnumerable<PickerItem> Items(ActiveSet set, string? narrowedBy) => set.Adapters.All
        .Where(adapter => narrowedBy is null || adapter.Key == narrowedBy)
        .SelectMany(adapter => adapter.Documents.Values.Where(document => document.IsInbound))
        .Select(document => PickerItem.Of(document.Type, document.Title));
}
