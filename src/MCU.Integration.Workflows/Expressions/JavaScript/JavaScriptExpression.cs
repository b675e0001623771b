using System.Text.Json.Nodes;
using Acornima;
using Jint;
using Jint.Native;

namespace MCU.Integration.Workflows.Expressions.JavaScript;

/// <summary>A prepared script. Each evaluation has an engine of its own: nothing leaks from one to the next.</summary>
public sealed class JavaScriptExpression : CompiledExpression
{
    // What no limit holds for, and scripts of workflows do not need.
    private static readonly string[] Unbounded = ["BigInt", "BigInt64Array", "BigUint64Array", "Proxy", "ArrayBuffer", "DataView", "SharedArrayBuffer", "Atomics", "Temporal"];

    private readonly JavaScriptOptions _options;
    private readonly Prepared<Acornima.Ast.Script>? _script;
    private readonly Exception? _error;
    private readonly ScriptNames _names = ScriptNames.None;

    internal JavaScriptExpression(string script, JavaScriptOptions options)
    {
        _options = options;

        try
        {
            if (script.Length > options.MaxScriptLength)
            {
                throw new ExpressionException($"The script is longer than {options.MaxScriptLength} characters.");
            }

            var prepared = Engine.PrepareScript(script, options: new ScriptPreparationOptions
            {
                // Elsa scripts are function bodies or expressions: "return x" is allowed at the top.
                ParsingOptions = new ScriptParsingOptions { AllowReturnOutsideFunction = true, RegexTimeout = options.RegexTimeout },
            });
            _names = ScriptNames.Of(prepared.Program!);

            if (_names.UsesBigInt)
            {
                throw new ExpressionException("BigInt is not available: no limit holds for its operations.");
            }

            _script = prepared;
        }
        catch (Exception e) when (e is ParseErrorException or ScriptPreparationException or ExpressionException or InsufficientExecutionStackException)
        {
            _error = e;
        }
    }

    /// <inheritdoc />
    public override ValueTask<JsonNode?> EvaluateAsync(IExpressionScope scope, CancellationToken cancellationToken) =>
        new(Evaluate(scope, null, cancellationToken));

    /// <summary>Evaluates the script with extra global functions.</summary>
    internal JsonNode? Evaluate(IExpressionScope scope, Action<ScriptGlobals>? configure, CancellationToken cancellationToken)
    {
        if (_script is not { } script)
        {
            throw new ExpressionException(_error!.Message, _error);
        }

        var engine = CreateEngine(cancellationToken);
        var globals = new ScriptGlobals(engine, scope, _names, _options.MaxBuiltLength);
        globals.Install();
        configure?.Invoke(globals);
        var result = engine.Evaluate(script).UnwrapIfPromise(_options.Timeout);
        globals.WriteBack();
        return globals.ToJson(result);
    }

    private Engine CreateEngine(CancellationToken cancellationToken)
    {
        var engine = new Engine(options =>
        {
            options
                .TimeoutInterval(_options.Timeout)
                .LimitMemory(_options.MemoryLimit)
                .MaxStatements(_options.MaxStatements)
                .LimitRecursion(_options.MaxRecursion)
                .RegexTimeoutInterval(_options.RegexTimeout)
                .CancellationToken(cancellationToken)
                .DisableStringCompilation()
                .Constraint(new ScriptStack());
            options.Constraints.MaxArraySize = _options.MaxListLength;
        });

        foreach (var name in Unbounded)
        {
            engine.SetValue(name, JsValue.Undefined);
        }

        if (!_names.IsSimple || _names.UsesNumberLists)
        {
            new ScriptGuards(engine, _options.MaxBuiltLength).Install(_names.UsesNumberLists);
        }

        return engine;
    }
}
