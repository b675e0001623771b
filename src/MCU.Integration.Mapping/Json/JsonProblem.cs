namespace MCU.Integration.Mapping.Json;

/// <summary>Why bytes are not a document that we accept. Never carries the document's values.</summary>
/// <param name="Pointer">RFC 6901 pointer of the place, as far as it was read; empty = the whole document.</param>
/// <param name="Code">Stable code, <c>json.…</c>.</param>
/// <param name="Line">From 1; 0 when the problem has no place (size).</param>
/// <param name="Column">In characters, from 1; 0 when the problem has no place.</param>
public sealed record JsonProblem(string Pointer, string Code, string Message, int Line, int Column);
