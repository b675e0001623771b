using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Pipeline.Activities.Pickers;

/// <summary>Fills one kind of choice.</summary>
public interface IPicker
{
    PickerKind Kind { get; }

    /// <param name="narrowedBy">Value of the narrowing input; null when it is not known, and then everything is offered.</param>
    IEnumerable<PickerItem> Items(ActiveSet set, string? narrowedBy);
}
