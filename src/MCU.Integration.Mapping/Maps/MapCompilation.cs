using MCU.Integration.Mapping.Lint;

namespace MCU.Integration.Mapping.Maps;

/// <param name="Map">Null when a problem is an error.</param>
/// <param name="Problems">With pointers into the map's text, without file and line.</param>
public sealed record MapCompilation(CompiledMap? Map, IReadOnlyList<ContentProblem> Problems);
