using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Definitions;

/// <summary>
/// One version of an Elsa 3 workflow definition. The JSON is the truth and keeps every property that we do not know; the typed
/// members are views of it. Immutable.
/// </summary>
public sealed class WorkflowDefinition
{
    /// <summary>The id of the implicit workflow activity, when no workflow is nested.</summary>
    public const string DefaultWorkflowId = "Workflow1";

    // Identity and state of a version are not content: publishing a draft does not change its hash.
    private static readonly HashSet<string> NotContent = new(StringComparer.Ordinal)
    {
        "$schema", "id", "version", "isLatest", "isPublished", "isReadonly", "isSystem", "createdAt", "links",
    };

    private readonly JsonObject _json;
    private readonly Lazy<string> _contentHash;

    internal WorkflowDefinition(JsonObject json, WorkflowOptions options)
    {
        _json = json;
        Options = options;
        Id = json["id"].AsString() ?? "";
        DefinitionId = json["definitionId"].AsString() ?? "";
        Name = json["name"].AsString();
        Description = json["description"].AsString();
        Version = (int)(json["version"].AsInteger() ?? 1);
        IsLatest = json["isLatest"].AsBoolean() ?? false;
        IsPublished = json["isPublished"].AsBoolean() ?? false;
        ToolVersion = json["toolVersion"].AsString();
        Variables = VariableDefinition.ReadAll(json["variables"]);
        Inputs = InputDefinition.ReadAll(json["inputs"]);
        Outputs = OutputDefinition.ReadAll(json["outputs"]);
        Outcomes = json["outcomes"] is JsonArray outcomes ? [.. outcomes.Select(JsonValues.AsString).OfType<string>()] : [];
        _contentHash = new Lazy<string>(() => CanonicalJson.Hash(_json, name => !NotContent.Contains(name)));
    }

    /// <summary>The id of this version; empty until one is assigned.</summary>
    public string Id { get; }

    /// <summary>The id shared by all versions; empty until one is assigned.</summary>
    public string DefinitionId { get; }

    /// <summary>The name, trimmed.</summary>
    public string? Name { get; }

    /// <summary>The description, trimmed.</summary>
    public string? Description { get; }

    /// <summary>The version number, from 1.</summary>
    public int Version { get; }

    /// <summary>Whether this is the newest version.</summary>
    public bool IsLatest { get; }

    /// <summary>Whether this is the version that runs.</summary>
    public bool IsPublished { get; }

    /// <summary>The version of the tool that wrote the definition.</summary>
    public string? ToolVersion { get; }

    /// <summary>Strategies and flags.</summary>
    public WorkflowOptions Options { get; }

    /// <summary>The workflow's own variables.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; }

    /// <summary>The declared inputs.</summary>
    public IReadOnlyList<InputDefinition> Inputs { get; }

    /// <summary>The declared outputs.</summary>
    public IReadOnlyList<OutputDefinition> Outputs { get; }

    /// <summary>The outcomes it has as an activity.</summary>
    public IReadOnlyList<string> Outcomes { get; }

    /// <summary>SHA-256 over the content without identity, version number and flags; 64 hex digits.</summary>
    public string ContentHash => _contentHash.Value;

    /// <summary>The root activity; <see langword="null"/> in an empty draft. Treat it as read-only.</summary>
    public JsonObject? Root => _json["root"] as JsonObject;

    /// <summary>The definition's own <c>customProperties</c>. Treat it as read-only.</summary>
    public JsonObject? CustomProperties => _json["customProperties"] as JsonObject;

    /// <summary>Parses a definition from UTF-8 JSON; duplicate property names are refused.</summary>
    public static DefinitionParseResult Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var node = JsonNode.Parse(utf8, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
            return node is JsonObject json
                ? DefinitionReader.Read(json)
                : new DefinitionParseResult(null, [new DefinitionProblem("", "not_an_object", "A workflow definition is a JSON object.")]);
        }
        catch (JsonException e)
        {
            return new DefinitionParseResult(null, [new DefinitionProblem("", "malformed_json", e.Message)]);
        }
    }

    /// <summary>Parses a definition from a JSON object, which is copied.</summary>
    public static DefinitionParseResult Parse(JsonObject json) => DefinitionReader.Read((JsonObject)json.DeepClone());

    /// <summary>The complete JSON, a copy.</summary>
    public JsonObject ToJson() => (JsonObject)_json.DeepClone();

    /// <summary>The same content as another version.</summary>
    public WorkflowDefinition WithIdentity(string id, string definitionId, int version, bool isLatest, bool isPublished)
    {
        var json = ToJson();
        json["id"] = id;
        json["definitionId"] = definitionId;
        json["version"] = version;
        json["isLatest"] = isLatest;
        json["isPublished"] = isPublished;
        return new WorkflowDefinition(json, Options);
    }

    /// <summary>
    /// The same content with node ids below another workflow id. A workflow that contains others is not <c>Workflow1</c> at run
    /// time (see <see cref="Runtime.PreparedWorkflow.WorkflowId"/>), and the designer matches executions by node id.
    /// </summary>
    public WorkflowDefinition WithWorkflowId(string workflowId)
    {
        var json = ToJson();

        if (json["root"] is JsonObject root)
        {
            DefinitionReader.AssignNodeIds(root, workflowId);
        }

        return new WorkflowDefinition(json, Options);
    }
}
