using System.Globalization;
using System.Reflection;
using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace MCU.Integration.Workflows.Expressions.JavaScript;

/// <summary>
/// The types <c>DateTime</c>, <c>DateTimeOffset</c>, <c>TimeSpan</c>, <c>Guid</c> and <c>Random</c> for scripts that mention them: written in JavaScript
/// (<c>ScriptTypes.js</c>) over a few functions that take and return numbers and text.
/// </summary>
internal sealed class ScriptTypes(Engine engine, TimeProvider time)
{
    /// <summary>The longest format that is taken.</summary>
    private const int MaxFormatLength = 200;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;
    private static readonly Prepared<Script> Source = Engine.PrepareScript(Read());

    private readonly Dictionary<string, JsValue> _types = new(StringComparer.Ordinal);

    public static bool Has(string name) => name is "DateTime" or "DateTimeOffset" or "TimeSpan" or "Guid" or "Random";

    /// <summary>The constructor of a type.</summary>
    public JsValue Find(string name)
    {
        if (_types.Count == 0)
        {
            foreach (var (key, property) in engine.Invoke(engine.Evaluate(Source), Natives()).AsObject().GetOwnProperties())
            {
                _types[key.ToString()] = property.Value;
            }
        }

        return _types[name];
    }

    private JsObject Natives()
    {
        var natives = new JsObject(engine);
        Add("now", _ => time.GetUtcNow().ToUnixTimeMilliseconds());
        Add("parseDate", arguments => ParseDate(arguments[0].ToString(), arguments[1]).ToUnixTimeMilliseconds());
        Add("formatDate", arguments => Local(arguments[0]).ToString(FormatOf(arguments[1]), Culture));
        Add("addMonths", arguments => new DateTimeOffset(Local(arguments[0]).AddMonths(TypeConverter.ToInt32(arguments[1]))).ToUnixTimeMilliseconds());
        Add("parseTimeSpan", arguments => (double)TimeSpan.Parse(arguments[0].ToString(), Culture).Ticks);
        Add("formatTimeSpan", arguments => new TimeSpan((long)arguments[0].AsNumber()).ToString(FormatOf(arguments[1]), Culture));
        Add("newGuid", _ => Guid.NewGuid().ToString());
        Add("parseGuid", arguments => Guid.Parse(arguments[0].ToString()).ToString());
        Add("formatGuid", arguments => Guid.Parse(arguments[0].ToString()).ToString(FormatOf(arguments[1]), Culture));
        Add("random", arguments => Source(arguments[0].IsNull() ? Random.Shared : new Seeded(TypeConverter.ToInt32(arguments[0]))));
        return natives;

        void Add(string name, Func<JsValue[], JsValue> body) => natives.FastSetDataProperty(name, new ClrFunction(engine, name, (_, arguments) => body(arguments)));

        JsValue Source(Random random) => new ClrFunction(engine, "next", (_, arguments) =>
            arguments.Length > 2 ? random.NextDouble() : random.Next(TypeConverter.ToInt32(arguments[0]), TypeConverter.ToInt32(arguments[1])));
    }

    private static DateTimeOffset ParseDate(string text, JsValue format) => format.IsNull()
        ? DateTimeOffset.Parse(text, Culture)
        : DateTimeOffset.ParseExact(text, FormatOf(format), Culture);

    private static DateTime Local(JsValue milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds.AsNumber()).LocalDateTime;

    private static string FormatOf(JsValue format) => format.ToString() is { Length: <= MaxFormatLength } text
        ? text
        : throw new ExpressionException($"A format has at most {MaxFormatLength} characters.");

    private static string Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(ScriptTypes), "ScriptTypes.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The same numbers for the same seed, as <c>new Random(seed)</c> has them.</summary>
    private sealed class Seeded(int seed) : Random(seed);
}
