using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Mapping.JmesPath;

/// <summary>Pointer patterns of source places, <c>*</c> for any step; empty for computed values.</summary>
internal readonly record struct ReadPlaces(IReadOnlyList<string> Patterns)
{
    public static ReadPlaces None => new([]);

    public static ReadPlaces Root => new([""]);

    public ReadPlaces Property(string name) => Step(JsonPointer.Escape(name));

    public ReadPlaces Any() => Step("*");

    public ReadPlaces Or(ReadPlaces other) => new([.. Patterns, .. other.Patterns]);

    private ReadPlaces Step(string step) => Patterns is [] or null ? None : new([.. Patterns.Select(pattern => $"{pattern}/{step}")]);
}
