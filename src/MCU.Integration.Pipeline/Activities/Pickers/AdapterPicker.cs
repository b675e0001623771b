using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Pipeline.Activities.Pickers;

/// <summary>The systems that are connected.</summary>
internal sealed class AdapterPicker : IPicker
{
    public PickerKind Kind => PickerKind.Adapter;

    public IEnumerable<PickerItem> Items(ActiveSet set, string? narrowedBy) => set.Adapters.All.Select(adapter => PickerItem.Of(adapter.Key, adapter.Title));
}
