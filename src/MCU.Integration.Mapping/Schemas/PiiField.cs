namespace MCU.Integration.Mapping.Schemas;

/// <summary>A field that a schema marks with <c>x-pii</c>.</summary>
/// <param name="Pattern">Pointer in which <c>*</c> stands for any one step (items, additional properties).</param>
public sealed record PiiField(string Pattern, PiiClass Class);
