using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Definitions;

/// <summary>
/// Checks a definition and brings it into the form that Elsa 3.8 gives back: names trimmed, missing ids generated, node ids
/// computed, connections to nowhere dropped, placeholders of unknown activities replaced by what they stand for.
/// </summary>
internal static class DefinitionReader
{
    private const string StateMachine = "Elsa.StateMachine";

    public static DefinitionParseResult Read(JsonObject json)
    {
        var problems = new List<DefinitionProblem>();
        Trim(json, "name");
        Trim(json, "description");
        CheckLists(json, problems);

        if (json["root"] is JsonObject root)
        {
            NotFoundPlaceholder.Restore(root);
            CheckActivities(root, problems);
            AssignIds(root, problems);
            CleanConnections(root);
            AssignNodeIds(root, WorkflowDefinition.DefaultWorkflowId);
        }
        else if (json["root"] is not null)
        {
            problems.Add(new DefinitionProblem("/root", "not_an_object", "The root must be an activity."));
        }

        var options = WorkflowOptions.Read(json["options"] as JsonObject, problems);
        return new DefinitionParseResult(problems.Count == 0 ? new WorkflowDefinition(json, options) : null, problems);
    }

    public static void AssignNodeIds(JsonObject root, string workflowId)
    {
        var nodeIds = new Dictionary<JsonObject, string>(ReferenceEqualityComparer.Instance);

        foreach (var element in ActivityTree.Enumerate(root))
        {
            var prefix = element.Parent is null ? workflowId : nodeIds[element.Parent];
            var nodeId = $"{prefix}:{element.Json["id"].AsString()}";
            nodeIds[element.Json] = nodeId;
            element.Json["nodeId"] = nodeId;
        }
    }

    private static void Trim(JsonObject json, string property)
    {
        if (json[property].AsString() is { } text && text.Trim() is var trimmed && trimmed.Length != text.Length)
        {
            json[property] = trimmed;
        }
    }

    private static void CheckLists(JsonObject json, List<DefinitionProblem> problems)
    {
        foreach (var list in (string[])["variables", "inputs", "outputs", "outcomes"])
        {
            if (json[list] is not (null or JsonArray))
            {
                problems.Add(new DefinitionProblem($"/{list}", "not_an_array", $"'{list}' must be a list."));
            }
        }

        foreach (var map in (string[])["options", "customProperties"])
        {
            if (json[map] is not (null or JsonObject))
            {
                problems.Add(new DefinitionProblem($"/{map}", "not_an_object", $"'{map}' must be an object."));
            }
        }

        if (json["version"] is { } version && version.AsInteger() is null)
        {
            problems.Add(new DefinitionProblem("/version", "not_a_number", "'version' must be a whole number."));
        }
    }

    private static void CheckActivities(JsonObject root, List<DefinitionProblem> problems)
    {
        foreach (var element in ActivityTree.Enumerate(root))
        {
            var type = element.Json["type"].AsString();

            if (string.IsNullOrWhiteSpace(type))
            {
                problems.Add(new DefinitionProblem($"{element.Pointer}/type", "missing_type", "An activity needs a type."));
            }
            else if (type == StateMachine)
            {
                problems.Add(new DefinitionProblem(element.Pointer, "unsupported_activity", "State machines are not supported; use a flowchart or a sequence."));
            }

            foreach (var (name, value) in element.Json)
            {
                if (value is JsonObject input && input.ContainsKey("typeName") && input.TryGetPropertyValue("expression", out var expression)
                    && expression is not JsonObject)
                {
                    problems.Add(new DefinitionProblem(
                        $"{element.Pointer}/{ActivityTree.Escape(name)}/expression", "missing_expression", $"The input '{name}' has no expression."));
                }
            }
        }
    }

    private static void AssignIds(JsonObject root, List<DefinitionProblem> problems)
    {
        var elements = ActivityTree.Enumerate(root).ToList();
        var used = new HashSet<string>(StringComparer.Ordinal);

        foreach (var element in elements)
        {
            if (element.Json["id"].AsString() is { Length: > 0 } id && !used.Add(id))
            {
                problems.Add(new DefinitionProblem($"{element.Pointer}/id", "duplicate_activity_id", $"Another activity has the id '{id}'."));
            }
        }

        foreach (var element in elements.Where(element => string.IsNullOrEmpty(element.Json["id"].AsString())))
        {
            var shortType = (element.Json["type"].AsString() ?? "Activity").Split('.')[^1];
            var number = 1;

            while (!used.Add($"{shortType}{number}"))
            {
                number++;
            }

            element.Json["id"] = $"{shortType}{number}";
        }
    }

    private static void CleanConnections(JsonObject root)
    {
        foreach (var element in ActivityTree.Enumerate(root))
        {
            if (element.Json["connections"] is not JsonArray connections)
            {
                continue;
            }

            var ids = ActivityTree.ChildrenOf(element).Select(child => child.Json["id"].AsString()).ToHashSet();

            for (var i = connections.Count - 1; i >= 0; i--)
            {
                if (connections[i] is not JsonObject connection || !Complete(connection, "source", "Done", ids) || !Complete(connection, "target", "In", ids))
                {
                    connections.RemoveAt(i);
                }
            }
        }
    }

    /// <summary>Fills in the default port; also reads the older form with the ports beside the ends (Elsa 3.0 and before).</summary>
    private static bool Complete(JsonObject connection, string end, string defaultPort, HashSet<string?> ids)
    {
        if (connection[end].AsString() is { } oldStyle)
        {
            connection[end] = new JsonObject { ["activity"] = oldStyle, ["port"] = connection[$"{end}Port"].AsString() };
            connection.Remove($"{end}Port");
        }

        if (connection[end] is not JsonObject endpoint || endpoint["activity"].AsString() is not { } activity || !ids.Contains(activity))
        {
            return false;
        }

        if (string.IsNullOrEmpty(endpoint["port"].AsString()))
        {
            endpoint["port"] = defaultPort;
        }

        return true;
    }
}
