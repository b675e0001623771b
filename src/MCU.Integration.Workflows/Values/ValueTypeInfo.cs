namespace MCU.Integration.Workflows.Values;

/// <summary>A type alias: its name on the wire, the CLR type, the designer's group and text, and whether the designer offers it.</summary>
public sealed record ValueTypeInfo(string Alias, Type Type, string Category, string Description, bool Listed = true);
