using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Mapping.Maps;

/// <param name="Rule">Pointer of the rule in its map; rules of a nested map begin with <c>&lt;key&gt;#</c>.</param>
internal sealed record RulePlace(string Rule, JsonPointer To);
