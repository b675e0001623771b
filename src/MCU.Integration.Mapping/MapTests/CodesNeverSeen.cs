using MCU.Integration.Mapping.CodeLists;

namespace MCU.Integration.Mapping.MapTests;

/// <summary>Codes that a map can look up and that no test of it has.</summary>
public sealed record CodesNeverSeen(string CodeList, CodeDirection Direction, IReadOnlyList<string> Codes);
