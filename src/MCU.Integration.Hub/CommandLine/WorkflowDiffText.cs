using System.Text.Json;

namespace MCU.Integration.Hub.CommandLine;

/// <summary>Workflows beside their files, as <c>diff</c> prints them: what changed in what they do, not which lines.</summary>
internal static class WorkflowDiffText
{
    /// <returns>Whether any differs.</returns>
    public static bool Print(JsonElement workflows, TextWriter output)
    {
        foreach (var workflow in workflows.EnumerateArray())
        {
            output.WriteLine(Head(workflow));
            foreach (var change in workflow.GetProperty("changes").EnumerateArray())
            {
                output.WriteLine($"    {Line(change)}");
            }
        }

        return workflows.GetArrayLength() > 0;
    }

    private static string Head(JsonElement workflow)
    {
        var name = $"workflow/{Text(workflow, "definitionId")}";
        return Text(workflow, "state") switch
        {
            "new" => $"+ {name}: an import would publish it",
            "newer" => $"~ {name}: an import would change",
            "only_in_hub" => $"! {name}: has no file; an export would write it",
            _ => $"! {name}: changed in the hub by {Text(workflow, "author") ?? "somebody"}; an import leaves it alone, an export would write",
        };
    }

    private static string Line(JsonElement change)
    {
        var (what, subject) = (Text(change, "what"), Text(change, "subject"));
        return Text(change, "kind") switch
        {
            "added" => $"+ {what} {subject}",
            "removed" => $"- {what} {subject}",
            _ => $"~ {what}{(subject is "" ? "" : $" {subject}")}: {Text(change, "property")} {Text(change, "before") ?? "(none)"} → {Text(change, "after") ?? "(none)"}",
        };
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
