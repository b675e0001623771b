using System.Text;
using Jint;
using Jint.Native;
using Jint.Runtime.Interop;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Expressions.JavaScript;

/// <summary>The helper functions of Elsa 3 that need no instance.</summary>
internal static class ScriptHelpers
{
    public static bool TryInstall(Engine engine, string name, int maxLength)
    {
        Func<JsValue, JsValue>? body = name switch
        {
            "isNullOrEmpty" => value => string.IsNullOrEmpty(Text(value)),
            "isNullOrWhiteSpace" => value => string.IsNullOrWhiteSpace(Text(value)),
            "toJson" => value => ScriptValues.ToJson(value, maxLength) is { } json
                ? value.IsString() ? value : JsString.Create(json.ToJsonString(JsonValues.Relaxed))
                : JsString.Create("null"),
            "newGuidString" or "getGuidString" => _ => Guid.NewGuid().ToString(),
            "newShortGuid" or "getShortGuid" => _ => ShortGuid(),
            "bytesToString" or "streamToString" => value => Encoding.UTF8.GetString(BytesOf(value)),
            "bytesFromString" => value => Bytes(engine, Encoding.UTF8.GetBytes(Text(value) ?? "")),
            "bytesToBase64" or "streamToBase64" => value => Convert.ToBase64String(BytesOf(value)),
            "bytesFromBase64" => value => Bytes(engine, Convert.FromBase64String(Text(value) ?? "")),
            "streamToBytes" => value => Bytes(engine, BytesOf(value)),
            "stringToBase64" => value => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(value) ?? "")),
            "stringFromBase64" => value => Encoding.UTF8.GetString(Convert.FromBase64String(Text(value) ?? "")),
            _ => null,
        };

        if (body is null)
        {
            return false;
        }

        engine.SetValue(name, new ClrFunction(engine, name, (_, arguments) => body(arguments.Length > 0 ? arguments[0] : JsValue.Undefined)));
        return true;
    }

    /// <summary>The bytes of a typed array, or of text that is base64 (as byte arrays are stored in variables).</summary>
    public static byte[] BytesOf(JsValue value)
    {
        if (value is not JsTypedArray array)
        {
            return value.IsString() ? Convert.FromBase64String(value.AsString()) : [];
        }

        var bytes = new byte[array.Length];

        for (uint i = 0; i < array.Length; i++)
        {
            bytes[i] = (byte)array[i].AsNumber();
        }

        return bytes;
    }

    private static JsValue Bytes(Engine engine, byte[] bytes) => engine.Intrinsics.Uint8Array.Construct(bytes);

    private static string? Text(JsValue value) => value.IsNull() || value.IsUndefined() ? null : value.ToString();

    private static string ShortGuid() =>
        Convert.ToBase64String(Guid.NewGuid().ToByteArray())[..22].Replace('/', '_').Replace('+', '-');
}
