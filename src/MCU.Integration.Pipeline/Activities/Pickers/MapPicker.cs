using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Pipeline.Activities.Pickers;

/// <summary>The maps; narrowed by an operation, those that make its document.</summary>
internal sealed class MapPicker : IPicker
{
    public PickerKind Kind => PickerKind.Map;

    public IEnumerable<PickerItem> Items(ActiveSet set, string? narrowedBy)
    {
        var targets = TargetsOf(set, narrowedBy);
        var fitting = set.Documents.Maps.Values.Where(map => targets.Contains(map.Definition.Target)).ToList();
        return (fitting.Count > 0 ? fitting : set.Documents.Maps.Values).Select(map => PickerItem.Of(map.Key, map.Definition.Title));
    }

    // Operations of two systems may share a name: then the maps of both are offered.
    private static HashSet<string> TargetsOf(ActiveSet set, string? operation) =>
    [
        .. from adapter in set.Adapters.All
           from known in adapter.Operations.Values
           where known.Name == operation && adapter.Documents.ContainsKey(known.DocumentType)
           select adapter.Documents[known.DocumentType].Schema,
    ];
}
