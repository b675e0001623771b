namespace MCU.Integration.Pipeline.Activities.Pickers;

/// <summary>An input that offers choices.</summary>
/// <param name="JsonName">The property in definitions.</param>
/// <param name="Title">What the designer calls it.</param>
/// <param name="TakesSeveral">Whether it is a list.</param>
public sealed record PickerInput(string JsonName, string Title, PickerAttribute Attribute, bool TakesSeveral);
