using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Values;

/// <summary>The type aliases of Elsa 3 (<c>String</c>, <c>Int32</c>, <c>ObjectDictionary</c> …) and the CLR types they stand for.</summary>
public static class ValueTypes
{
    private static readonly ValueTypeInfo[] Known =
    [
        new("Object", typeof(object), "Primitives", "Any value."),
        new("String", typeof(string), "Primitives", "Represents a static string of characters."),
        new("Boolean", typeof(bool), "Primitives", "Represents a true or false value."),
        new("Int16", typeof(short), "Primitives", "A 16 bit integer.", Listed: false),
        new("Int32", typeof(int), "Primitives", "A 32 bit integer."),
        new("Long", typeof(long), "Primitives", "A 64 bit integer."),
        new("Int64", typeof(long), "Primitives", "A 64 bit integer.", Listed: false),
        new("Single", typeof(float), "Primitives", "A 32 bit floating point number."),
        new("Double", typeof(double), "Primitives", "A 64 bit floating point number."),
        new("Decimal", typeof(decimal), "Primitives", "A decimal number."),
        new("Guid", typeof(Guid), "Primitives", "Represents a Globally Unique Identifier."),
        new("DateTime", typeof(DateTime), "Primitives", "A value type that represents a date and time."),
        new("DateTimeOffset", typeof(DateTimeOffset), "Primitives", "A value type that consists of a DateTime and a time zone offset."),
        new("TimeSpan", typeof(TimeSpan), "Primitives", "Represents a duration of time."),
        new("StringDictionary", typeof(Dictionary<string, string>), "Lookups", "A dictionary with string key and values."),
        new("StringMap", typeof(Dictionary<string, string>), "Lookups", "A dictionary with string key and values.", Listed: false),
        new("ObjectDictionary", typeof(JsonObject), "Lookups", "A dictionary with string key and object values."),
        new("ObjectMap", typeof(JsonObject), "Lookups", "A dictionary with string key and object values.", Listed: false),
        new("JSON", typeof(JsonObject), "Dynamic", "A dictionary that can be typed as dynamic to access members using dot notation."),
        new("JsonElement", typeof(JsonElement), "Dynamic", "A JSON element for reading a JSON structure."),
        new("JsonNode", typeof(JsonNode), "Dynamic", "A JSON node for reading and writing a JSON structure."),
        new("JsonObject", typeof(JsonObject), "Dynamic", "A JSON object for reading and writing a JSON structure."),
        new("JsonArray", typeof(JsonArray), "Dynamic", "A JSON array for reading and writing a JSON structure.", Listed: false),
        new("ByteArray", typeof(byte[]), "Data", "A byte array."),
    ];

    private static readonly FrozenDictionary<string, Type> ByAlias =
        Known.ToFrozenDictionary(info => info.Alias, info => info.Type, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<Type, string> ByType =
        Known.GroupBy(info => info.Type).ToFrozenDictionary(group => group.Key, group => group.First().Alias);

    /// <summary>The types a designer offers for variables, in its order.</summary>
    public static IEnumerable<ValueTypeInfo> Listed => Known.Where(info => info.Listed);

    /// <summary>
    /// The CLR type of an alias. Understands <c>X[]</c>, <c>X?</c>, <c>List&lt;X&gt;</c> and assembly-qualified names of aliased
    /// types; an unknown alias is <see cref="object"/>, so that definitions of other servers still run.
    /// </summary>
    public static Type Resolve(string? alias, bool isArray = false)
    {
        var type = ResolveSingle(alias?.Trim());
        return isArray && !type.IsArray ? type.MakeArrayType() : type;
    }

    /// <summary>The alias of a CLR type as descriptors show it.</summary>
    public static string AliasOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return AliasOf(underlying) + "?";
        }

        if (ByType.TryGetValue(type, out var alias))
        {
            return alias;
        }

        if (ElementTypeOf(type) is { } element)
        {
            return AliasOf(element) + "[]";
        }

        return type.IsEnum ? "String" : "Object";
    }

    /// <summary>The element type of an array or list, or <see langword="null"/>.</summary>
    public static Type? ElementTypeOf(Type type)
    {
        if (type.IsArray)
        {
            return type == typeof(byte[]) ? null : type.GetElementType();
        }

        return type.IsGenericType && type.GetGenericArguments() is [var element]
            && typeof(System.Collections.IEnumerable).IsAssignableFrom(type)
            ? element
            : null;
    }

    private static Type ResolveSingle(string? alias)
    {
        if (string.IsNullOrEmpty(alias))
        {
            return typeof(object);
        }

        if (ByAlias.TryGetValue(alias, out var known))
        {
            return known;
        }

        if (alias.EndsWith("[]", StringComparison.Ordinal))
        {
            return ResolveSingle(alias[..^2]).MakeArrayType();
        }

        if (alias.EndsWith('?'))
        {
            return ResolveSingle(alias[..^1]);
        }

        if (alias.StartsWith("List<", StringComparison.Ordinal) && alias.EndsWith('>'))
        {
            return ResolveSingle(alias[5..^1]).MakeArrayType();
        }

        // "System.String, System.Private.CoreLib"
        var simple = alias.Split(',')[0].Split('.')[^1];
        return simple != alias && ByAlias.TryGetValue(simple, out var qualified) ? qualified : typeof(object);
    }
}
