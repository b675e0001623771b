using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Pipeline.Activities.Pickers;

/// <summary>The schemas of documents.</summary>
internal sealed class SchemaPicker : IPicker
{
    public PickerKind Kind => PickerKind.Schema;

    public IEnumerable<PickerItem> Items(ActiveSet set, string? narrowedBy) => set.Documents.Schemas.Keys.Select(key => new PickerItem(key, key));
}
