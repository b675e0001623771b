using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Pipeline.Activities.Pickers;

/// <summary>The bodies and institutions that cases are given to.</summary>
internal sealed class OrganisationPicker : IPicker
{
    public PickerKind Kind => PickerKind.Organisation;

    public IEnumerable<PickerItem> Items(ActiveSet set, string? narrowedBy) => set.Rules.Content.Directory.Bodies
        .Where(body => body.Active)
        .Select(body => PickerItem.Of(body.Key, body.ShortTitle ?? body.Title));
}
