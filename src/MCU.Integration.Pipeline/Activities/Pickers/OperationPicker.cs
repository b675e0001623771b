using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Pipeline.Activities.Pickers;

/// <summary>What a system can be asked to do.</summary>
internal sealed class OperationPicker : IPicker
{
    public PickerKind Kind => PickerKind.Operation;

    public IEnumerable<PickerItem> Items(ActiveSet set, string? narrowedBy) => set.Adapters.All
        .Where(adapter => narrowedBy is null || adapter.Key == narrowedBy)
        .SelectMany(adapter => adapter.Operations.Values)
        .Select(operation => PickerItem.Of(operation.Name, operation.Title));
}
