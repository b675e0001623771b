namespace MCU.Integration.Mapping.JmesPath;

/// <summary>The types of JMESPath.</summary>
internal enum JmesKind
{
    Null,
    Boolean,
    Number,
    Text,
    Array,
    Object,
    Expression,
}
