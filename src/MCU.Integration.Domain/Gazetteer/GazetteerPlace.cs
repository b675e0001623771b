using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Gazetteer;

/// <summary>A settlement with its districts and streets: one file of the gazetteer.</summary>
/// <param name="Key">Key of the file.</param>
/// <param name="Oktmo">ОКТМО of the settlement.</param>
public sealed record GazetteerPlace(string Key, string Title, string Oktmo, ValueList<GazetteerDistrict> Districts, ValueList<GazetteerStreet> Streets);
