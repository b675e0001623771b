namespace MCU.Integration.Pipeline.Activities.Pickers;

/// <param name="Value">What the definition keeps.</param>
/// <param name="Text">What the designer shows.</param>
public sealed record PickerItem(string Value, string Text)
{
    /// <summary>An item whose key is worth seeing beside its title.</summary>
    public static PickerItem Of(string key, string? title) => new(key, string.IsNullOrWhiteSpace(title) || title == key ? key : $"{title} · {key}");
}
