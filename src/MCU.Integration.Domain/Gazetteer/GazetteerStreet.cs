using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Gazetteer;

/// <summary>A street.</summary>
/// <param name="Name">Its name without the word for its kind, such as «50 лет ВЛКСМ».</param>
/// <param name="OtherNames">Names that people use besides.</param>
/// <param name="GarObject">ГАР object of the street, if known.</param>
/// <param name="Parts">Which houses lie where; the first that fits counts.</param>
public sealed record GazetteerStreet(string Name, ValueList<string> OtherNames, Guid? GarObject, ValueList<StreetPart> Parts);
