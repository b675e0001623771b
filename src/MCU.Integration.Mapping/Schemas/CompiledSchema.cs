using System.Text.Json;
using MCU.Integration.Mapping.Schemas.Keywords;

namespace MCU.Integration.Mapping.Schemas;

/// <summary>A schema, ready to validate. Immutable, thread-safe.</summary>
public sealed class CompiledSchema
{
    /// <summary>Problems of one document that are told at most.</summary>
    public const int MostProblems = 100;

    private readonly Lazy<IReadOnlyList<PiiField>> _piiFields;

    internal CompiledSchema(string key, SchemaNode root)
    {
        Key = key;
        Root = root;
        _piiFields = new(() => PiiFieldCollector.Collect(root));
    }

    public string Key { get; }

    /// <summary>The fields that <c>x-pii</c> marks as personal or special; a schema that contains itself is followed once.</summary>
    public IReadOnlyList<PiiField> PiiFields => _piiFields.Value;

    internal SchemaNode Root { get; }

    /// <summary>False when a reference below leads to nothing.</summary>
    internal bool IsBound => SchemaWalk.Reachable(Root).SelectMany(node => node.Rules).OfType<RefRule>().All(rule => rule.Target is not null);

    /// <summary>How the document differs from the schema; empty when it is valid.</summary>
    public IReadOnlyList<SchemaProblem> Validate(JsonElement document, int maxProblems = MostProblems)
    {
        var run = new Evaluation(maxProblems);
        Root.Check(document, run);
        return run.Problems;
    }

    public bool IsValid(JsonElement document) => Validate(document, 1).Count == 0;
}
