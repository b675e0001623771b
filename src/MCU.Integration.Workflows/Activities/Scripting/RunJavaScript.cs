using System.Text.Json.Nodes;
using Jint.Native;
using MCU.Integration.Workflows.Expressions.JavaScript;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Scripting;

/// <summary>Runs a script; the script may name the outcomes.</summary>
[Activity("Elsa", "Scripting", DisplayName = "Run JavaScript", Description = "Executes JavaScript code.")]
public sealed class RunJavaScript : Activity
{
    private JavaScriptExpression? _prepared;
    private string? _preparedFrom;

    /// <summary>The script.</summary>
    [Input(UIHint = "code-editor", DefaultSyntax = "JavaScript", Description = "The script to run.", Options = ["javascript"])]
    public Input<string?> Script { get; set; } = null!;

    /// <summary>The outcomes that the designer shows.</summary>
    [Input(UIHint = "dynamic-outcomes", DisplayName = "Possible Outcomes", Description = "A list of possible outcomes. Use \"setOutcome(string)\" to set the outcome.")]
    public Input<string[]> PossibleOutcomes { get; set; } = null!;

    /// <summary>The value of the script.</summary>
    [Output]
    public Output<JsonNode?> Result { get; set; } = null!;

    /// <inheritdoc />
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var script = context.Get(Script);

        if (string.IsNullOrWhiteSpace(script))
        {
            return context.CompleteAsync();
        }

        string[] outcomes = [];
        var result = Prepare(script).Evaluate(
            context.Scope,
            globals =>
            {
                globals.Function("setOutcome", arguments => Take(arguments, names => outcomes = names));
                globals.Function("setOutcomes", arguments => Take(arguments, names => outcomes = names));
            },
            context.CancellationToken);
        context.Set(Result, result);
        return context.CompleteAsync(outcomes);
    }

    private static JsValue Take(JsValue[] arguments, Action<string[]> assign)
    {
        if (arguments.Length > 0)
        {
            assign(arguments[0] is JsArray array ? [.. array.Select(item => item.ToString())] : [arguments[0].ToString()]);
        }

        return JsValue.Undefined;
    }

    /// <summary>Scripts are nearly always literals: the last one stays prepared. Two threads may both prepare it, which is harmless.</summary>
    private JavaScriptExpression Prepare(string script)
    {
        if (_prepared is { } prepared && _preparedFrom == script)
        {
            return prepared;
        }

        var language = (JavaScriptLanguage)(Node.Languages.Find("JavaScript") ?? throw new InvalidOperationException("JavaScript is not available."));
        prepared = language.CompileScript(script);
        (_preparedFrom, _prepared) = (null, prepared);
        _preparedFrom = script;
        return prepared;
    }
}
