using MCU.Integration.Mapping.CodeLists;

namespace MCU.Integration.Mapping.Maps;

/// <summary>The lookup of a rule.</summary>
/// <param name="Policy">Overrides the code list's own.</param>
public sealed record CodeListUse(string Key, CodeDirection Direction, MissingCodePolicy? Policy);
