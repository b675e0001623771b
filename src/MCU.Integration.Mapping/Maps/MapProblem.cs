namespace MCU.Integration.Mapping.Maps;

/// <summary>Why a map made no document. Never carries the document's values, except for a short code that is in no code list.</summary>
/// <param name="Pointer">RFC 6901 pointer into the target.</param>
/// <param name="Rule">Pointer of the rule in the map, e.g. <c>/rules/3/rules/0</c>.</param>
/// <param name="Code">Stable code, <c>map.…</c>, that the console translates.</param>
/// <param name="Message">English.</param>
public sealed record MapProblem(string Pointer, string Rule, string Code, string Message);
