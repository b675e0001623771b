using MCU.Integration.Mapping.CodeLists;

namespace MCU.Integration.Mapping.Maps;

/// <summary>A code that a map looked up.</summary>
/// <param name="Known">False: no entry answered, whatever the policy made of it.</param>
public sealed record CodeUse(string CodeList, CodeDirection Direction, string Code, bool Known);
