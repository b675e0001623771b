using System.Runtime.CompilerServices;
using System.Text;
using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace MCU.Integration.Workflows.Expressions.JavaScript;

/// <summary>
/// Bounds the built-in functions that make much out of little within one call, where the engine's limits are not looked at:
/// text that grows, lists that contain themselves twice, and encodings.
/// </summary>
internal sealed class ScriptGuards(Engine engine, int maxLength)
{
    private const int MaxDepth = 500;

    private readonly HashSet<ObjectInstance> _open = [];
    private long _built;
    private int _charges;

    /// <summary>Takes away what scripts do not need and no limit holds, and wraps the rest.</summary>
    /// <param name="numberLists">Whether the script can make typed arrays.</param>
    public void Install(bool numberLists)
    {
        if (numberLists)
        {
            TypedArrayGuard.Install(engine, Charge);
        }

        var strings = Prototype("String");
        var arrays = Prototype("Array");
        var replace = engine.Global.Get("Symbol").AsObject().Get("replace");

        Wrap(strings, "repeat", (native, self, arguments) => Sized(native, self, arguments, TypeConverter.ToNumber(Argument(arguments, 0)) * TypeConverter.ToString(self).Length));
        Wrap(strings, "padStart", (native, self, arguments) => Sized(native, self, arguments, TypeConverter.ToNumber(Argument(arguments, 0))));
        Wrap(strings, "padEnd", (native, self, arguments) => Sized(native, self, arguments, TypeConverter.ToNumber(Argument(arguments, 0))));
        Wrap(strings, "replace", (native, self, arguments) => Replace(native, self, arguments, TypeConverter.ToString(self), 0, 1));
        Wrap(strings, "replaceAll", (native, self, arguments) => Replace(native, self, arguments, TypeConverter.ToString(self), 0, 1));
        Wrap(Prototype("RegExp"), replace, (native, self, arguments) => Replace(native, self, arguments, TypeConverter.ToString(Argument(arguments, 0)), -1, 1));
        Wrap(arrays, "join", (_, self, arguments) => Join(self, arguments));
        Wrap(arrays, "flat", (native, self, arguments) => Walked(native, self, arguments, self));
        Wrap(engine.Global.Get("JSON").AsObject(), "stringify", (native, self, arguments) => Walked(native, self, arguments, Argument(arguments, 0)));

        foreach (var name in (string[])["encodeURI", "encodeURIComponent", "escape"])
        {
            Wrap(engine.Global, name, (native, self, arguments) => Sized(native, self, arguments, 9d * TypeConverter.ToString(Argument(arguments, 0)).Length));
        }
    }

    private ObjectInstance Prototype(string constructor) => engine.Global.Get(constructor).AsObject().Get("prototype").AsObject();

    private void Wrap(ObjectInstance owner, JsValue name, Func<Function, JsValue, JsValue[], JsValue> body)
    {
        if (owner.Get(name) is Function native)
        {
            owner.DefineOwnProperty(name, new Jint.Runtime.Descriptors.PropertyDescriptor(
                new ClrFunction(engine, name.ToString(), (self, arguments) => body(native, self, arguments)), writable: true, enumerable: false, configurable: true));
        }
    }

    private JsValue Sized(Function native, JsValue self, JsValue[] arguments, double length)
    {
        Charge(double.IsNaN(length) || length < 0 ? 0 : (long)Math.Min(length, long.MaxValue / 4));
        return native.Call(self, arguments);
    }

    private JsValue Walked(Function native, JsValue self, JsValue[] arguments, JsValue value)
    {
        Walk(value, 0);
        return native.Call(self, arguments);
    }

    /// <summary>Counts what a value comes to when it is written out, as often as it occurs in itself.</summary>
    private void Walk(JsValue value, int depth)
    {
        Charge(value is JsString text ? text.Length + 1 : 1);

        if (value is not ObjectInstance obj || value is Function)
        {
            return;
        }

        if (depth > MaxDepth)
        {
            throw new ExpressionException($"The value is nested deeper than {MaxDepth} levels.");
        }

        // A circle is an error that the engine reports by itself.
        if (!_open.Add(obj))
        {
            return;
        }

        if (obj is JsArray array)
        {
            for (uint i = 0; i < array.Length; i++)
            {
                Walk(array[i], depth + 1);
            }
        }
        else
        {
            foreach (var (key, property) in obj.GetOwnProperties())
            {
                Charge(key.IsString() ? key.ToString().Length : 0);

                if (property.Enumerable && property.Get is null && property.Value is { } member)
                {
                    Walk(member, depth + 1);
                }
            }
        }

        _open.Remove(obj);
    }

    private JsString Join(JsValue self, JsValue[] arguments)
    {
        var list = self as ObjectInstance ?? engine.Intrinsics.Array.PrototypeObject;
        var length = TypeConverter.ToLength(list.Get("length"));
        var separator = Argument(arguments, 0).IsUndefined() ? "," : TypeConverter.ToString(arguments[0]);

        // As other engines do, a list inside itself is nothing.
        if (!_open.Add(list))
        {
            return JsString.Empty;
        }

        if (_open.Count > MaxDepth)
        {
            throw new ExpressionException($"The list is nested deeper than {MaxDepth} levels.");
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        Charge(checked((long)length * Math.Max(1, separator.Length)));
        var text = new StringBuilder();

        for (ulong i = 0; i < length; i++)
        {
            var item = list.Get(JsNumber.Create((double)i));
            var part = item.IsNull() || item.IsUndefined() ? "" : TypeConverter.ToString(item);
            Charge(part.Length);
            text.Append(i == 0 ? "" : separator).Append(part);
        }

        _open.Remove(list);
        return new JsString(text.ToString());
    }

    /// <summary>
    /// Replacements are made by the engine unless they could come to too much; then by a function that counts.
    /// </summary>
    /// <param name="patternIndex">Where the pattern is among the arguments; -1 if it is the object itself.</param>
    /// <param name="replacementIndex">Where the replacement is.</param>
    private JsValue Replace(Function native, JsValue self, JsValue[] arguments, string text, int patternIndex, int replacementIndex)
    {
        var replacement = Argument(arguments, replacementIndex);

        if (replacement is Function)
        {
            return native.Call(self, arguments);
        }

        var pattern = TypeConverter.ToString(replacement);
        var references = pattern.Count(character => character == '$');
        var most = text.Length + ((text.Length + 1d) * (pattern.Length + ((double)references * text.Length)));

        if (most <= maxLength - _built)
        {
            return native.Call(self, arguments);
        }

        var counting = new ClrFunction(engine, "replacement", (_, found) => Expand(pattern, found));
        return native.Call(self, patternIndex < 0 ? [arguments[0], counting] : [Argument(arguments, patternIndex), counting]);
    }

    /// <summary>The replacement of one match, by the rules of GetSubstitution (ECMA-262 §22.1.3.19.1).</summary>
    private JsString Expand(string pattern, JsValue[] found)
    {
        var names = found[^1] as ObjectInstance;
        var last = names is null ? found.Length - 1 : found.Length - 2;
        var text = found[last].ToString();
        var position = (int)TypeConverter.ToInteger(found[last - 1]);
        var match = found[0].ToString();
        var groups = found[1..(last - 1)];
        var result = new StringBuilder();

        for (var i = 0; i < pattern.Length; i++)
        {
            var (part, length) = pattern[i] == '$' ? Reference(pattern.AsSpan(i), match, text, position, groups, names) : (null, 1);
            part ??= pattern.Substring(i, length);
            Charge(part.Length);
            result.Append(part);
            i += length - 1;
        }

        return new JsString(result.ToString());
    }

    private static (string? Part, int Length) Reference(
        ReadOnlySpan<char> rest, string match, string text, int position, JsValue[] groups, ObjectInstance? names)
    {
        switch (rest.Length > 1 ? rest[1] : ' ')
        {
            case '$':
                return ("$", 2);
            case '&':
                return (match, 2);
            case '`':
                return (text[..position], 2);
            case '\'':
                return (text[Math.Min(text.Length, position + match.Length)..], 2);
            case '<' when names is not null && rest.IndexOf('>') is > 0 and var end:
                var value = names.Get(rest[2..end].ToString());
                return (value.IsUndefined() ? "" : value.ToString(), end + 1);
            case >= '0' and <= '9':
                var length = rest.Length > 2 && char.IsAsciiDigit(rest[2]) && int.Parse(rest.Slice(1, 2)) is var two && two >= 1 && two <= groups.Length ? 3 : 2;
                var number = int.Parse(rest[1..length]);
                return number >= 1 && number <= groups.Length ? (groups[number - 1].IsUndefined() ? "" : groups[number - 1].ToString(), length) : (null, length);
            default:
                return (null, 1);
        }
    }

    private void Charge(long amount)
    {
        _built += amount;

        if (_built > maxLength)
        {
            throw new ExpressionException($"The script builds more than {maxLength} characters or list items by built-in functions.");
        }

        if (++_charges % 1024 == 0)
        {
            engine.Constraints.Check();
        }
    }

    private static JsValue Argument(JsValue[] arguments, int index) => index < arguments.Length ? arguments[index] : JsValue.Undefined;
}
