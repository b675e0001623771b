namespace MCU.Integration.Mapping.Schemas;

/// <summary>How a document differs from its schema. Never carries the document's values.</summary>
/// <param name="Pointer">RFC 6901 pointer into the document; empty = the whole document.</param>
/// <param name="Code">Stable code, <c>schema.&lt;keyword&gt;</c>, that the console translates with <paramref name="Arguments"/>.</param>
/// <param name="Message">English.</param>
/// <param name="Arguments">What the schema demands, as text: a limit, a type, a property name.</param>
public sealed record SchemaProblem(string Pointer, string Code, string Message, IReadOnlyList<string> Arguments);
