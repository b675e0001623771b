using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Mapping.JmesPath;

/// <summary>Pointer patterns of source places: <c>*</c> for any property, <see cref="Item"/> for any item; empty for computed values.</summary>
internal readonly record struct ReadPlaces(IReadOnlyList<string> Patterns)
{
    /// <summary>
    /// The step to an item. A projection's result and the array that it came from are not told apart here, so whoever knows the schema
    /// drops this step where there is no array.
    /// </summary>
    public const string Item = "[]";

    public static ReadPlaces None => new([]);

    public static ReadPlaces Root => new([""]);

    public ReadPlaces Property(string name) => Step(JsonPointer.Escape(name));

    public ReadPlaces Items() => Step(Item);

    public ReadPlaces AnyProperty() => Step("*");

    public ReadPlaces Or(ReadPlaces other) => new([.. Patterns, .. other.Patterns]);

    private ReadPlaces Step(string step) => new([.. Patterns.Select(pattern => $"{pattern}/{step}")]);
}
