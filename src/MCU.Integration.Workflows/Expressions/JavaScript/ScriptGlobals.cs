using System.Globalization;
using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using Jint.Runtime.Interop;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Expressions.JavaScript;

/// <summary>The functions and objects that Elsa 3 gives to scripts, for one evaluation.</summary>
internal sealed class ScriptGlobals(Engine engine, IExpressionScope scope, ScriptNames names, int maxLength)
{
    private readonly Dictionary<string, JsValue> _copied = new(StringComparer.Ordinal);
    private JsObject? _variables;
    private ScriptTypes? _types;

    // Objects are handed out once and compared afterwards, so that a change inside one is kept, as with Elsa's shared references.
    private Dictionary<string, (JsValue Handed, JsonNode? Before)>? _handedOut;

    public void Function(string name, Func<JsValue[], JsValue> body)
    {
        if (names.Identifiers.Contains(name))
        {
            engine.SetValue(name, new ClrFunction(engine, name, (_, arguments) => body(arguments)));
        }
    }

    /// <summary>The value of the script as JSON.</summary>
    public JsonNode? ToJson(JsValue value) => ScriptValues.ToJson(value, maxLength);

    public void Install()
    {
        if (names.UsesVariables)
        {
            InstallVariablesObject();
        }

        if (names.Identifiers.Contains("args"))
        {
            engine.SetValue("args", ScriptValues.FromJson(engine, new JsonObject(scope.Arguments.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())))));
        }

        foreach (var name in names.Identifiers)
        {
            if (ScriptTypes.Has(name))
            {
                engine.SetValue(name, Type(name));
            }
            else if (!ScriptHelpers.TryInstall(engine, name, maxLength) && !TryInstallInstance(name))
            {
                TryInstallGenerated(name);
            }
        }
    }

    /// <summary>Stores what the script changed through <c>variables.X</c> or inside an object that it was given.</summary>
    public void WriteBack()
    {
        if (_variables is not null)
        {
            foreach (var (key, property) in _variables.GetOwnProperties())
            {
                var name = key.ToString();

                // Only what was replaced: a value that setX() changed meanwhile must not be overwritten by its copy.
                if (!_copied.TryGetValue(name, out var copy) || !copy.Equals(property.Value))
                {
                    Assign(name, ToJson(property.Value));
                }
            }
        }

        if (_handedOut is null)
        {
            return;
        }

        foreach (var (name, (handed, before)) in _handedOut)
        {
            // What went in and comes back is no change, even if it reads differently (a status by its name).
            if (handed is JsObject or JsArray && ToJson(handed) is var after
                && !JsonNode.DeepEquals(before, after)
                && !JsonNode.DeepEquals(ToJson(ScriptValues.FromJson(engine, before)), after))
            {
                scope.SetVariable(name, after);
            }
        }
    }

    private void InstallVariablesObject()
    {
        _variables = new JsObject(engine);

        foreach (var name in names.AllVariables ? scope.VariableNames.Concat(names.Variables).Distinct() : names.Variables)
        {
            if (scope.TryGetVariable(name, out _, out _))
            {
                _variables.FastSetDataProperty(name, _copied[name] = Variable(name));
            }
        }

        engine.SetValue("variables", _variables);
    }

    private bool TryInstallInstance(string name)
    {
        Func<JsValue[], JsValue>? body = name switch
        {
            "getWorkflowDefinitionId" => _ => scope.DefinitionId,
            "getWorkflowDefinitionVersionId" => _ => scope.DefinitionVersionId,
            "getWorkflowDefinitionVersion" => _ => scope.DefinitionVersion,
            "getWorkflowInstanceId" => _ => scope.InstanceId,
            "getCorrelationId" => _ => Text(scope.CorrelationId),
            "setCorrelationId" => arguments => Run(() => scope.CorrelationId = TextOf(arguments, 0)),
            "getWorkflowInstanceName" => _ => Text(scope.InstanceName),
            "setWorkflowInstanceName" => arguments => Run(() => scope.InstanceName = TextOf(arguments, 0)),
            "getVariable" => arguments => Variable(TextOf(arguments, 0) ?? ""),
            "setVariable" => arguments => Run(() => Assign(TextOf(arguments, 0) ?? "", ToJson(Argument(arguments, 1)))),
            "getInput" => arguments => ScriptValues.FromJson(engine, scope.GetInput(TextOf(arguments, 0) ?? "")),
            "getOutputFrom" => arguments => ScriptValues.FromJson(engine, scope.GetOutput(TextOf(arguments, 0) ?? "", TextOf(arguments, 1))),
            "getLastResult" => _ => ScriptValues.FromJson(engine, scope.LastResult),
            "newGuid" => _ => engine.Invoke(Type("Guid").AsObject().Get("NewGuid")),
            "parseGuid" => arguments => engine.Construct(Type("Guid"), TextOf(arguments, 0) ?? ""),
            "createEventTriggerUrl" => arguments => scope.CreateEventTriggerUrl(TextOf(arguments, 0) ?? "", ExpiryOf(Argument(arguments, 1))),
            _ => null,
        };

        if (body is null)
        {
            return false;
        }

        Function(name, body);
        return true;
    }

    private void TryInstallGenerated(string name)
    {
        if (name.Length < 4 || !(name.StartsWith("get", StringComparison.Ordinal) || name.StartsWith("set", StringComparison.Ordinal)))
        {
            return;
        }

        var subject = name[3..];

        if (name[0] == 'g' && scope.Arguments.Keys.FirstOrDefault(candidate => Casing.Pascal(candidate) == subject) is { } argument)
        {
            Function(name, _ => ScriptValues.FromJson(engine, scope.Arguments[argument]));
            return;
        }

        var variable = scope.VariableNames.FirstOrDefault(candidate => Casing.Pascal(candidate) == subject);

        if (name[0] == 's')
        {
            if (variable is not null)
            {
                Function(name, arguments => Run(() => Assign(variable, ToJson(Argument(arguments, 0)))));
            }

            return;
        }

        if (variable is not null)
        {
            Function(name, _ => Variable(variable));
        }
        else if (scope.InputNames.FirstOrDefault(candidate => Casing.Pascal(candidate) == subject) is { } input)
        {
            Function(name, _ => ScriptValues.FromJson(engine, scope.GetInput(input)));
        }
        else if (subject.IndexOf("From", StringComparison.Ordinal) is var split and > 0
            && scope.TryGetOutputByAccessor(subject[..split], subject[(split + 4)..], out var output))
        {
            Function(name, _ => ScriptValues.FromJson(engine, output));
        }
    }

    private JsValue Type(string name) => (_types ??= new ScriptTypes(engine, scope.Time)).Find(name);

    /// <summary>A moment, or how long from now; none if it was left out.</summary>
    private DateTimeOffset? ExpiryOf(JsValue given)
    {
        if (given is JsDate date)
        {
            return date.ToDateTime();
        }

        return ToJson(given).AsText() is not { } text ? null
            : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var lifetime) ? scope.Time.GetUtcNow() + lifetime
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
            : throw new ExpressionException("An address lasts for a TimeSpan, or until a DateTimeOffset.");
    }

    private JsValue Variable(string name)
    {
        if (_handedOut?.TryGetValue(name, out var known) == true)
        {
            return known.Handed;
        }

        if (!scope.TryGetVariable(name, out var value, out var type))
        {
            return JsValue.Null;
        }

        var handed = ScriptValues.FromJson(engine, value, type);

        if (value is JsonObject or JsonArray)
        {
            (_handedOut ??= new(StringComparer.Ordinal))[name] = (handed, value);
        }

        return handed;
    }

    private void Assign(string name, JsonNode? value)
    {
        scope.SetVariable(name, value);
        _handedOut?.Remove(name);
    }

    private static JsValue Run(Action action)
    {
        action();
        return JsValue.Undefined;
    }

    private static JsValue Text(string? text) => text is null ? JsValue.Null : JsString.Create(text);

    private static JsValue Argument(JsValue[] arguments, int index) => index < arguments.Length ? arguments[index] : JsValue.Undefined;

    private static string? TextOf(JsValue[] arguments, int index) =>
        Argument(arguments, index) is var value && (value.IsNull() || value.IsUndefined()) ? null : value.ToString();
}
