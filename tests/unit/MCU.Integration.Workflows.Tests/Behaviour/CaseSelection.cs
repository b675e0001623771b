using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Definitions;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <summary>Which recorded cases run here, and why the others do not.</summary>
internal static class CaseSelection
{
    /// <summary>Where this runtime differs on purpose; each stands in docs/workflows/differences.md.</summary>
    public static readonly IReadOnlyDictionary<string, string> Differences = new Dictionary<string, string>
    {
        ["015"] = "a property that we do not use ('start') survives the round trip",
        ["108"] = "a variable called Count is a variable like any other",
        ["110"] = "arrays in variables can grow",
        ["130"] = "Liquid output is not HTML-encoded: it would turn every Cyrillic letter into a number",
        ["133"] = "a Liquid syntax error is an incident, not text in the result",
        ["140"] = "an unknown expression type is an incident, not null",
        ["189"] = "a malformed request does not leave an instance behind that hangs for ever",
        ["238"] = "outcomes that the designer's picker wrote as JSON text are a list",
        ["261"] = "a definition can be executed as soon as it is published",
        ["267"] = "variables come back as they were sent",
        ["268"] = "unknown properties survive the round trip",
        ["272"] = "duplicate activity ids are refused with 400, not 500",
    };

    private static readonly HashSet<string> Known = [.. ActivityRegistry.CreateDefault().Types.Select(type => type.TypeName)];

    /// <summary>Cases that need only what is there and pin nothing that we do otherwise.</summary>
    public static bool IsSelected(string name)
    {
        var folder = CaseFolder.Open(name);
        return !Differences.ContainsKey(name[..3])
            && folder.Files.Values.All(file => file["root"] is not System.Text.Json.Nodes.JsonObject root || ActivityTree.Enumerate(root).All(element =>
                (string?)element.Json["type"] is not { } type || !type.StartsWith("Elsa.", StringComparison.Ordinal) || Known.Contains(type)));
    }
}
