using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Expressions.JavaScript;

/// <summary>Copies values between JSON and a script.</summary>
internal static class ScriptValues
{
    private const int MaxDepth = 64;

    public static JsValue FromJson(Engine engine, JsonNode? node, Type? type = null)
    {
        switch (node)
        {
            case null:
                return JsValue.Null;
            case JsonObject obj:
                var target = new JsObject(engine);

                foreach (var (name, value) in obj)
                {
                    target.FastSetDataProperty(name, FromJson(engine, value));
                }

                return target;
            case JsonArray array:
                var items = new JsValue[array.Count];

                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = FromJson(engine, array[i]);
                }

                return new JsArray(engine, items);
            default:
                return FromScalar(engine, (JsonValue)node, type);
        }
    }

    /// <summary>Functions, symbols and undefined have no JSON: null.</summary>
    /// <param name="value">The value.</param>
    /// <param name="maxLength">The most characters and items; what occurs twice in a value counts twice.</param>
    public static JsonNode? ToJson(JsValue value, int maxLength) => ToJson(value, 0, ref maxLength);

    private static JsValue FromScalar(Engine engine, JsonValue value, Type? type)
    {
        if (value.AsString() is { } text)
        {
            return IsDate(type) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                ? JsValue.FromObject(engine, date.UtcDateTime)
                : JsString.Create(text);
        }

        if (value.TryGetValue(out NamedNumber named))
        {
            return JsString.Create(named.Name);
        }

        return value.AsBoolean() is { } flag ? (flag ? JsBoolean.True : JsBoolean.False)
            : value.AsDouble() is { } number ? JsNumber.Create(number)
            : JsString.Create(value.AsText()!);
    }

    private static bool IsDate(Type? type) => type == typeof(DateTimeOffset) || type == typeof(DateTime);

    private static JsonNode? ToJson(JsValue value, int depth, ref int left)
    {
        if (depth > MaxDepth)
        {
            throw new ExpressionException($"The result is nested deeper than {MaxDepth} levels, or refers to itself.");
        }

        // Sixteen for what a node of JSON weighs.
        left -= 16 + (value is JsString { Length: var length } ? length : 0);

        if (left < 0)
        {
            throw new ExpressionException("The result is too large.");
        }

        switch (value)
        {
            case JsString text:
                return JsonValue.Create(text.ToString());
            case JsNumber number:
                return FromNumber(number.AsNumber());
            case JsBoolean flag:
                return JsonValue.Create(flag == JsBoolean.True);
            case JsBigInt big:
                return JsonNode.Parse(big.ToString());
            case JsDate date:
                return double.IsNaN(date.DateValue) ? null : JsonValue.Create(date.ToDateTime());
            case JsArray array:
                var items = new JsonArray();

                for (uint i = 0; i < array.Length; i++)
                {
                    items.Add(ToJson(array[i], depth + 1, ref left));
                }

                return items;
            case JsTypedArray bytes:
                return JsonValue.Create(Convert.ToBase64String(ScriptHelpers.BytesOf(bytes)));
            case ObjectInstance obj when obj is not Jint.Native.Function.Function:
                return FromObject(obj, depth, ref left);
            default:
                return null;
        }
    }

    private static JsonNode? FromObject(ObjectInstance obj, int depth, ref int left)
    {
        // Boxed primitives, Map, and classes with their own idea of JSON.
        if (obj.Get("toJSON") is Jint.Native.Function.Function toJson)
        {
            return ToJson(obj.Engine.Invoke(toJson, obj, []), depth + 1, ref left);
        }

        var result = new JsonObject();

        foreach (var (key, property) in obj.GetOwnProperties())
        {
            if (key.IsString() && property.Enumerable)
            {
                var value = obj.Get(key);

                if (value is not Jint.Native.Function.Function && !value.IsUndefined())
                {
                    result[key.AsString()] = ToJson(value, depth + 1, ref left);
                }
            }
        }

        return result;
    }

    private static JsonNode? FromNumber(double number)
    {
        if (double.IsNaN(number) || double.IsInfinity(number))
        {
            return null;
        }

        return number == Math.Floor(number) && Math.Abs(number) < 1e15 ? JsonValue.Create((long)number) : JsonValue.Create(number);
    }
}
