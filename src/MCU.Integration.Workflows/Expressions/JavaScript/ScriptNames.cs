using System.Collections.Frozen;
using Acornima.Ast;

namespace MCU.Integration.Workflows.Expressions.JavaScript;

/// <summary>
/// The names that a script mentions. Only globals that are mentioned are installed, which keeps an evaluation at microseconds
/// however many variables a workflow has.
/// </summary>
internal sealed class ScriptNames
{
    private const string VariablesObject = "variables";

    private static readonly FrozenSet<string> Growing = new[]
    {
        "repeat", "padStart", "padEnd", "replace", "replaceAll", "join", "flat", "stringify", "encodeURI", "encodeURIComponent", "escape",
        "Array", "concat", "push", "unshift", "fill", "split", "map", "reduce", "Reflect", "Symbol", "prototype", "constructor", "globalThis", "toJson", "call", "apply",
        "bind", "getPrototypeOf", "__proto__", "getOwnPropertyDescriptor", "getOwnPropertyDescriptors",
    }.ToFrozenSet(StringComparer.Ordinal);

    // What leads to a constructor of number lists.
    private static readonly FrozenSet<string> NumberLists = new[]
    {
        "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array", "Float16Array", "Float32Array", "Float64Array",
        "bytesFromString", "bytesFromBase64", "streamToBytes", "globalThis", "constructor",
    }.ToFrozenSet(StringComparer.Ordinal);

    private ScriptNames(FrozenSet<string> identifiers, IReadOnlyList<string> variables, bool allVariables)
    {
        Identifiers = identifiers;
        Variables = variables;
        AllVariables = allVariables;
    }

    public static ScriptNames None { get; } = new(FrozenSet<string>.Empty, [], false);

    /// <summary>Every identifier, and the names behind <c>globalThis.</c>.</summary>
    public FrozenSet<string> Identifiers { get; }

    /// <summary>The names behind <c>variables.</c>.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Whether <c>variables</c> is used as a whole, e.g. as an argument or with a computed name.</summary>
    public bool AllVariables { get; }

    /// <summary>
    /// Whether nothing in it can make much out of little: no lists, loops, functions or growing built-ins, no computed names.
    /// </summary>
    public bool IsSimple { get; private init; }

    public bool UsesBigInt { get; private init; }

    /// <summary>Whether it can make lists of numbers (typed arrays).</summary>
    public bool UsesNumberLists { get; private init; }

    public bool UsesVariables => AllVariables || Variables.Count > 0;

    public static ScriptNames Of(Script script)
    {
        var identifiers = new HashSet<string>(StringComparer.Ordinal);
        var variables = new List<string>();
        var members = new HashSet<Node>();
        var (whole, isSimple, usesBigInt, usesNumberLists) = (false, true, false, false);

        foreach (var node in script.DescendantNodesAndSelf())
        {
            isSimple &= IsHarmless(node);
            usesBigInt |= node is BigIntLiteral;
            usesNumberLists |= node is ThisExpression || (node is StringLiteral { Value: var text } && NumberLists.Contains(text));

            if (node is MemberExpression { Object: Identifier { Name: VariablesObject } owner } member)
            {
                var name = member switch
                {
                    { Computed: false, Property: Identifier property } => property.Name,
                    { Property: StringLiteral literal } => literal.Value,
                    _ => null,
                };

                if (name is null)
                {
                    whole = true;
                }
                else
                {
                    members.Add(owner);
                    variables.Add(name);
                }
            }
            else if (node is Identifier identifier)
            {
                identifiers.Add(identifier.Name);
                whole |= identifier.Name == VariablesObject && !members.Contains(identifier);
            }
        }

        return new ScriptNames(identifiers.ToFrozenSet(StringComparer.Ordinal), [.. variables.Distinct(StringComparer.Ordinal)], whole)
        {
            IsSimple = isSimple && !identifiers.Overlaps(Growing),
            UsesBigInt = usesBigInt,
            UsesNumberLists = usesNumberLists || identifiers.Overlaps(NumberLists),
        };
    }

    private static bool IsHarmless(Node node) => node switch
    {
        MemberExpression { Computed: true, Property: not (StringLiteral or NumericLiteral) } or Property { Computed: true } => false,
        StringLiteral literal => !Growing.Contains(literal.Value),
        ArrayExpression or SpreadElement or IFunction or ForStatement or ForInStatement or ForOfStatement or WhileStatement or DoWhileStatement
            or TaggedTemplateExpression or ClassBody or ThisExpression => false,
        _ => true,
    };
}
