using System.Text.Json.Nodes;

namespace MCU.Integration.CrashTests.Workflows;

/// <summary>The workflows that are at work when their hub dies, one for each way of being at work.</summary>
internal static class KilledWorkflows
{
    /// <summary>Writes them as content of a hub.</summary>
    /// <param name="address">The outside system.</param>
    public static void WriteTo(string folder, string address)
    {
        Directory.CreateDirectory(folder);
        foreach (var definition in All(address))
        {
            File.WriteAllText(Path.Combine(folder, $"{definition["definitionId"]}.json"), definition.ToJsonString());
        }
    }

    private static IEnumerable<JsonObject> All(string address)
    {
        yield return Definition("branches", Fork(
            Sequence("left", Send("sendLeft", $"{address}/quick/left"), Output("outLeft", "left", "'left'")),
            Sequence("right", Send("sendRight", $"{address}/held/right"), Output("outRight", "right", "'right'"))));
        yield return Definition("inline-parent", Sequence(
            "root", Child("Elsa.ExecuteWorkflow", "inline-child"), Output("out", "answer", "getOutputFrom('child').Output.answer")));
        yield return Definition("inline-child", Sequence("root", Send("send", $"{address}/held/inline"), Output("out", "answer", "'inline'")));
        yield return Definition("dispatch-parent", Sequence(
            "root", Child("Elsa.DispatchWorkflow", "dispatch-child"), Output("out", "answer", "getOutputFrom('child').answer")));
        yield return Definition("dispatch-child", Sequence("root", Send("send", $"{address}/held/dispatched"), Output("out", "answer", "'dispatched'")));
        yield return Definition("timer", Sequence(
            "root",
            Activity("delay", "Elsa.Delay", ("timeSpan", Literal("00:00:01.500"))),
            Send("send", $"{address}/quick/timer"),
            Output("out", "answer", "'timer'")));
        yield return Definition("http", Sequence(
            "root",
            Trigger(Activity("endpoint", "Elsa.HttpEndpoint", ("path", Literal("killed")), ("supportedMethods", Expression("Object", "[\"POST\"]")))),
            Send("send", $"{address}/held/http"),
            Activity("respond", "Elsa.WriteHttpResponse", ("content", Literal("done"))),
            Output("out", "answer", "'http'")));
    }

    private static JsonObject Definition(string id, JsonObject root) => new()
    {
        ["id"] = $"{id}-1",
        ["definitionId"] = id,
        ["name"] = id,
        ["version"] = 1,
        ["isLatest"] = true,
        ["isPublished"] = true,
        ["outputs"] = new JsonArray([.. new[] { "answer", "left", "right" }.Select(name => new JsonObject { ["name"] = name, ["type"] = "String" })]),
        ["root"] = root,
    };

    private static JsonObject Fork(params JsonObject[] branches) => Activity("fork", "Elsa.Fork", ("joinMode", "WaitAll"), ("branches", new JsonArray([.. branches])));

    private static JsonObject Sequence(string id, params JsonObject[] activities) => Activity(id, "Elsa.Sequence", ("activities", new JsonArray([.. activities])));

    private static JsonObject Send(string id, string url) => Activity(id, "Elsa.FlowSendHttpRequest", ("url", Literal(url)), ("method", Literal("POST")));

    private static JsonObject Child(string type, string definitionId) =>
        Activity("child", type, ("workflowDefinitionId", Literal(definitionId)), ("waitForCompletion", Expression("Literal", "True")));

    private static JsonObject Output(string id, string name, string script) =>
        Activity(id, "Elsa.SetOutput", ("outputName", Literal(name)), ("outputValue", Expression("JavaScript", script)));

    private static JsonObject Trigger(JsonObject activity)
    {
        activity["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        return activity;
    }

    private static JsonObject Activity(string id, string type, params (string Name, JsonNode Value)[] properties)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in properties)
        {
            activity[name] = value;
        }

        return activity;
    }

    private static JsonObject Literal(string value) => Expression("Literal", value);

    private static JsonObject Expression(string type, string value) => new() { ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };
}
