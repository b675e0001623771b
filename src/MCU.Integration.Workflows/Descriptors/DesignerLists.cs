using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Expressions;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Descriptors;

/// <summary>The designer's lists of choices, in the JSON of the Elsa API and with the names of Elsa 3.8. Each call makes new objects.</summary>
public static class DesignerLists
{
    private static readonly string[] ContentTypes =
    [
        "", "application/json", "application/soap+xml", "application/x-www-form-urlencoded", "application/xml",
        "text/html", "text/json", "text/plain", "text/richtext", "text/xml",
    ];

    /// <summary><c>GET /descriptors/expression-descriptors</c>.</summary>
    public static JsonArray Expressions(ExpressionLanguages languages)
    {
        var list = new JsonArray();

        foreach (var language in languages.All)
        {
            list.Add(Expression(language.Type, language.IsBrowsable, isSerializable: true, language.MonacoLanguage));

            // Elsa lists it between Json and Variable; the designer expects every type that occurs to be listed.
            if (language.Type == "Json")
            {
                list.Add(Expression("Delegate", isBrowsable: false, isSerializable: false, null));
            }
        }

        return list;
    }

    /// <summary>The specification of a dropdown whose choices are a list with a name (<see cref="Activities.InputAttribute.OptionsFrom"/>).</summary>
    public static JsonObject Choices(string listName)
    {
        (string Text, string Value)[] choices = listName switch
        {
            "content-types" => [.. ContentTypes.Select(type => (type, type))],
            "channels" => [("Default", "")],
            _ => throw new ArgumentException($"There is no list '{listName}'.", nameof(listName)),
        };
        var items = new JsonArray([.. choices.Select(choice => new JsonObject { ["text"] = choice.Text, ["value"] = choice.Value })]);
        return new JsonObject { ["dropdown"] = new JsonObject { ["selectList"] = new JsonObject { ["items"] = items } } };
    }

    /// <summary><c>GET /descriptors/variables</c>.</summary>
    public static JsonArray VariableTypes() => new([.. ValueTypes.Listed.Select(type => new JsonObject
    {
        ["typeName"] = type.Alias,
        ["displayName"] = type.Alias,
        ["category"] = type.Category,
        ["description"] = type.Description,
    })]);

    /// <summary><c>GET /descriptors/storage-drivers</c>.</summary>
    public static JsonArray StorageDrivers() =>
    [
        StorageDriver("Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core", "Workflow Instance", 5, deprecated: false),
        StorageDriver("Elsa.Workflows.MemoryStorageDriver, Elsa.Workflows.Core", "Memory", 0, deprecated: false),
        StorageDriver("Elsa.Workflows.Services.WorkflowStorageDriver, Elsa.Workflows.Core", "Workflow", -1, deprecated: true),
    ];

    /// <summary><c>GET /descriptors/workflow-activation-strategies</c>.</summary>
    public static JsonArray ActivationStrategies() =>
    [
        Strategy("Elsa.Workflows.ActivationValidators.AllowAlwaysStrategy, Elsa.Workflows.Core", "Always", "Always allow the creation of a new workflow instance."),
        Strategy("Elsa.Workflows.Runtime.ActivationValidators.CorrelatedSingletonStrategy, Elsa.Workflows.Runtime", "Correlated singleton",
            "Only allow new workflow instances if a running one of the same workflow definition and correlation ID doesn't already exist."),
        Strategy("Elsa.Workflows.Runtime.ActivationValidators.CorrelationStrategy, Elsa.Workflows.Runtime", "Correlation",
            "Only allow new workflow instances of any workflow definition if a running one with the same correlation ID doesn't already exist."),
        Strategy("Elsa.Workflows.Runtime.ActivationValidators.SingletonStrategy, Elsa.Workflows.Runtime", "Singleton",
            "Only allow new workflow instances if a running one of the same workflow definition doesn't already exist."),
    ];

    /// <summary><c>GET /descriptors/incident-strategies</c>.</summary>
    public static JsonArray IncidentStrategies() =>
    [
        Strategy("ContinueWithIncidentsStrategy", "Continue with incidents", "An incident strategy that allows the workflow to continue running, but with incidents."),
        Strategy("FaultStrategy", "Fault", "An incident strategy that puts the entire workflow in the Faulted state."),
    ];

    /// <summary><c>GET /descriptors/log-persistence-strategies</c>.</summary>
    public static JsonArray LogPersistenceStrategies() => new([.. new[] { "Configuration", "Exclude", "Include", "Inherit" }
        .Select(name => Strategy($"Elsa.Workflows.LogPersistence.Strategies.{name}, Elsa.Workflows.Core", name, ""))]);

    /// <summary><c>GET /descriptors/commit-strategies/workflows</c>.</summary>
    public static JsonArray WorkflowCommitStrategies() =>
    [
        CommitStrategy("WorkflowExecuting", "Commit Before Workflow Execution", "Commit the workflow state when the workflow is executing."),
        CommitStrategy("WorkflowExecuted", "Commit After Workflow Execution", "Commit the workflow state when the workflow has been executed."),
        CommitStrategy("ActivityExecuting", "Commit Before Activity Execution", "Determines whether a workflow state should be committed if the current activity is executing."),
        CommitStrategy("ActivityExecuted", "Commit After Activity Execution", "Determines whether a workflow state should be committed if the current activity has executed."),
        CommitStrategy("Periodic", "Every 10 seconds", "Determines whether a workflow state should be committed based on a specified time interval."),
    ];

    /// <summary><c>GET /descriptors/commit-strategies/activities</c>.</summary>
    public static JsonArray ActivityCommitStrategies() =>
    [
        CommitStrategy("CommitAlways", "Commit Before And After", "Always commit the workflow state when the activity is about to execute or has executed."),
        CommitStrategy("CommitNever", "Commit Later", "Workflow state will not be commited before or after the activity executes."),
        CommitStrategy("Executing", "Commit Before", "Commit the workflow state when the activity is executing."),
        CommitStrategy("Executed", "Commit After", "Commit the workflow state after the activity has executed."),
    ];

    private static JsonObject Expression(string type, bool isBrowsable, bool isSerializable, string? monacoLanguage) => new()
    {
        ["type"] = type,
        ["displayName"] = type,
        ["isSerializable"] = isSerializable,
        ["isBrowsable"] = isBrowsable,
        ["properties"] = monacoLanguage is null ? [] : new JsonObject { ["MonacoLanguage"] = monacoLanguage },
    };

    private static JsonObject StorageDriver(string typeName, string displayName, int priority, bool deprecated) => new()
    {
        ["typeName"] = typeName,
        ["displayName"] = displayName,
        ["priority"] = priority,
        ["deprecated"] = deprecated,
    };

    private static JsonObject Strategy(string typeName, string displayName, string description) => new()
    {
        ["displayName"] = displayName,
        ["description"] = description,
        ["typeName"] = typeName,
    };

    private static JsonObject CommitStrategy(string name, string displayName, string description) => new()
    {
        ["name"] = name,
        ["displayName"] = displayName,
        ["description"] = description,
    };
}
