namespace MCU.Integration.Mapping.Maps;

/// <summary>The types that a rule can convert to (<c>as</c>).</summary>
public enum ConvertTo
{
    Text,
    Integer,
    Number,
    Boolean,
    Date,
    DateTime,
}
