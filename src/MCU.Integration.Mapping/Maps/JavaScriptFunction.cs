using System.Text.Json;
using Acornima;
using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Native.Json;
using Jint.Runtime;
using MCU.Integration.Mapping.JmesPath;

namespace MCU.Integration.Mapping.Maps;

/// <summary>The JavaScript of a rule: parsed once; every call runs in an engine of its own with limits and without access to the machine. Thread-safe.</summary>
internal sealed class JavaScriptFunction
{
    private const int MaxStatements = 100_000;
    private const int MaxRecursion = 64;
    private const long MaxBytes = 16 * 1024 * 1024;

    // A backstop only: on a busy machine a wall clock must not decide about a document. Statements, recursion and memory are the limits that count.
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5);

    private readonly Prepared<Script> _script;

    private JavaScriptFunction(Prepared<Script> script) => _script = script;

    public static JavaScriptFunction Parse(string body)
    {
        try
        {
            // Alone first, so that a body cannot close the function that is put around it.
            _ = new Parser(new ParserOptions { AllowReturnOutsideFunction = true }).ParseScript(body, strict: true);
            return new(Engine.PrepareScript($"(function (item, root, context, index) {{\n{body}\n}})", strict: true));
        }
        catch (Exception wrong) when (wrong is ParseErrorException or ScriptPreparationException)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }

    /// <exception cref="JmesPathException">The script failed or reached a limit.</exception>
    public JmesValue Call(JmesValue current, JmesScope scope, DateTimeOffset now)
    {
        try
        {
            var engine = new Engine(options =>
            {
                options.Strict = true;
                options.LimitMemory(MaxBytes);
                options.LimitRecursion(MaxRecursion);
                options.MaxStatements(MaxStatements);
                options.TimeoutInterval(MaxTime);
                options.RegexTimeoutInterval(MaxTime);
                options.DisableStringCompilation();
                options.LocalTimeZone(TimeZoneInfo.Utc);
            });
            Calm(engine, now);
            var parser = new JsonParser(engine);
            var function = engine.Evaluate(_script);
            var result = engine.Invoke(
                function,
                parser.Parse(current.ToJson()),
                parser.Parse(scope.Root.ToJson()),
                parser.Parse(scope.Context.ToJson()),
                scope.Index is { } index ? JsNumber.Create(index) : JsValue.Undefined);
            var json = new Jint.Native.Json.JsonSerializer(engine).Serialize(result);
            return json.IsUndefined() ? JmesValue.Null : new(JsonElement.Parse(json.AsString()));
        }
        catch (Exception failed) when (failed is JintException or TimeoutException or JsonException or InvalidOperationException)
        {
            throw new JmesPathException("javascript", $"The JavaScript failed ({failed.GetType().Name}).");
        }
    }

    // A map gives the same result whenever it is run again: no wall clock, no chance.
    private static void Calm(Engine engine, DateTimeOffset now)
    {
        engine.Evaluate("delete Math.random");
        engine.SetValue("Date", JsValue.Undefined);
        engine.SetValue("now", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }
}
