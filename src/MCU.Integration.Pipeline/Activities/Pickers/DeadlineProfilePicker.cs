using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Pipeline.Activities.Pickers;

/// <summary>The deadline profiles, each once whatever its versions.</summary>
internal sealed class DeadlineProfilePicker : IPicker
{
    public PickerKind Kind => PickerKind.DeadlineProfile;

    public IEnumerable<PickerItem> Items(ActiveSet set, string? narrowedBy) => set.Rules.Content.Profiles.Profiles
        .GroupBy(profile => profile.Key, StringComparer.Ordinal)
        .Select(versions => PickerItem.Of(versions.Key, versions.MaxBy(profile => profile.Version)!.Title));
}
