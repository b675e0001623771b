using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MCU.Integration.Workflows.Values;

/// <summary>
/// Converts values between JSON and the types of inputs and variables, as Elsa 3.8 does in its strict mode: text is parsed,
/// scalars become text, objects become JSON text, and what cannot be converted is an error (never a silent null).
/// </summary>
public static class ValueConverter
{
    private static readonly JsonSerializerOptions ReadOptions = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    /// <summary>Brings a value into the shape that <paramref name="type"/> has in JSON; <see langword="null"/> stays null.</summary>
    /// <exception cref="ValueConversionException">The value has no such shape.</exception>
    public static JsonNode? Coerce(JsonNode? value, Type type)
    {
        if (value is null || type == typeof(object) || type == typeof(JsonNode) || type == typeof(JsonElement))
        {
            return value;
        }

        type = Nullable.GetUnderlyingType(type) ?? type;

        try
        {
            if (type == typeof(string))
            {
                return value is JsonValue && value.AsString() is not null ? value : JsonValue.Create(value.AsText());
            }

            return type.IsValueType ? CoerceScalar(value, type) : CoerceStructure(value, type);
        }
        catch (Exception e) when (e is FormatException or OverflowException or JsonException or InvalidCastException or ArgumentException)
        {
            throw new ValueConversionException($"Failed to convert an object of type {Describe(value)} to {type.FullName}", e);
        }
    }

    /// <summary>Reads a value as <typeparamref name="T"/>; no value is the type's default.</summary>
    /// <exception cref="ValueConversionException">The value cannot be read so.</exception>
    public static T? As<T>(JsonNode? value)
    {
        if (value is T node)
        {
            return node;
        }

        var coerced = Coerce(value, typeof(T));

        switch (coerced)
        {
            case null:
                return default;
            case T same:
                return same;
            case JsonValue scalar when scalar.TryGetValue(out T? direct):
                return direct;
            default:
                if (typeof(T) == typeof(object))
                {
                    return (T)(object)coerced;
                }

                try
                {
                    return coerced.Deserialize<T>(ReadOptions);
                }
                catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
                {
                    throw new ValueConversionException($"Failed to convert an object of type {Describe(value!)} to {typeof(T).FullName}", e);
                }
        }
    }

    private static JsonNode? CoerceScalar(JsonNode value, Type type)
    {
        var text = value.AsString()?.Trim();

        if (text is { Length: 0 })
        {
            return null;
        }

        if (type == typeof(bool))
        {
            return value.AsBoolean() is not null ? value
                : value.AsDouble() is { } number ? JsonValue.Create(number != 0)
                : JsonValue.Create(bool.Parse(text ?? value.ToJsonString()));
        }

        if (type.IsEnum)
        {
            return JsonValue.Create(Enum.Parse(type, text ?? value.AsText()!, ignoreCase: true).ToString());
        }

        if (type == typeof(Guid))
        {
            return JsonValue.Create(Guid.Parse(text ?? value.AsText()!).ToString());
        }

        if (type == typeof(TimeSpan))
        {
            return JsonValue.Create(TimeSpan.Parse(text ?? value.AsText()!, CultureInfo.InvariantCulture).ToString("c", CultureInfo.InvariantCulture));
        }

        if (type == typeof(DateTimeOffset))
        {
            return JsonValue.Create(DateTimeOffset.Parse(text ?? value.AsText()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        }

        if (type == typeof(DateTime))
        {
            return JsonValue.Create(DateTime.Parse(text ?? value.AsText()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Double or TypeCode.Single => value.AsDouble() is not null ? value : JsonValue.Create(double.Parse(Numeric(value, text), CultureInfo.InvariantCulture)),
            TypeCode.Decimal => value.AsDouble() is not null ? CoerceDecimal(value) : JsonValue.Create(decimal.Parse(Numeric(value, text), CultureInfo.InvariantCulture)),
            TypeCode.Object => value,
            _ => CoerceInteger(value, text, type),
        };
    }

    /// <summary>As in the CLR a double becomes the decimal that it stands for: 0.1 + 0.2 is 0.3. Numbers from JSON text keep all their digits.</summary>
    private static JsonNode CoerceDecimal(JsonNode value) =>
        value is JsonValue number && !number.TryGetValue<JsonElement>(out _) && number.TryGetValue<double>(out var binary) && Math.Abs(binary) < (double)decimal.MaxValue
            ? JsonValue.Create((decimal)binary)
            : value;

    private static JsonNode CoerceInteger(JsonNode value, string? text, Type type)
    {
        // A double result of an expression is rounded half to even, as Convert.ChangeType does.
        var integer = value.AsInteger()
            ?? (value.AsDouble() is { } number
                ? checked((long)Math.Round(number, MidpointRounding.ToEven))
                : long.Parse(Numeric(value, text), NumberStyles.Integer, CultureInfo.InvariantCulture));

        _ = Convert.ChangeType(integer, type, CultureInfo.InvariantCulture);
        return value.AsInteger() is not null ? value : JsonValue.Create(integer);
    }

    private static string Numeric(JsonNode value, string? text) =>
        text ?? (value.AsBoolean() is { } flag ? (flag ? "1" : "0") : throw new FormatException($"The input '{value.ToJsonString()}' is not a number."));

    private static JsonNode? CoerceStructure(JsonNode value, Type type)
    {
        if (type == typeof(byte[]) || type == typeof(Uri))
        {
            return value;
        }

        if (value.AsString() is { } text)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return null;
            }

            value = JsonValues.Parse(text) ?? throw new FormatException("The text is the JSON literal null.");
        }

        var element = ValueTypes.ElementTypeOf(type);

        if (element is not null && value is not JsonArray)
        {
            throw new FormatException("A list is expected.");
        }

        if (element is null && value is JsonArray && type != typeof(JsonArray))
        {
            throw new FormatException("An object is expected.");
        }

        return element is null || element == typeof(object) || element == typeof(JsonNode)
            ? value
            : new JsonArray([.. ((JsonArray)value).Select(item => Coerce(item, element)?.DeepClone())]);
    }

    private static string Describe(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => "System.String",
        JsonValueKind.Number => "System.Double",
        JsonValueKind.True or JsonValueKind.False => "System.Boolean",
        JsonValueKind.Array => "System.Object[]",
        _ => "System.Object",
    };
}
