using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MCU.Integration.BrowserTests;

/// <summary>What tests of the designer share. Each visit also fails on an error in the browser's console and on a request to another host.</summary>
[Collection(ConsoleCollection.Name)]
public abstract class StudioTests(ConsoleFixture console)
{
    protected const string Definitions = "/designer/workflows/definitions";

    protected ConsoleFixture Console => console;

    /// <summary>A workflow that writes a line and ends in an incident.</summary>
    protected static JsonObject Greeting(string definitionId, string text)
    {
        var model = JsonNode.Parse("""
            {"$schema":"https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json",
             "variables":[{"id":"v1","name":"Name","typeName":"String","value":"мир","storageDriverTypeName":"WorkflowInstanceStorageDriver"}],
             "root":{"id":"F","type":"Elsa.Flowchart","version":1,"activities":[
               {"id":"A","name":"A","type":"Elsa.WriteLine","version":1,"text":{"expression":{"type":"Literal"}},"metadata":{"designer":{"position":{"x":0,"y":0},"size":{"width":200,"height":50}}}},
               {"id":"B","name":"B","type":"Elsa.Fault","version":1,"message":{"expression":{"type":"Literal","value":"Не вышло"}},"metadata":{"designer":{"position":{"x":300,"y":0},"size":{"width":200,"height":50}}}}],
              "connections":[{"source":{"activity":"A","port":"Done"},"target":{"activity":"B","port":"In"}}]}}
            """)!.AsObject();
        model["definitionId"] = definitionId;
        model["name"] = definitionId;
        model["root"]!["activities"]![0]!["text"]!["expression"]!["value"] = text;
        return model;
    }

    /// <summary>Saves as another editor would.</summary>
    protected async Task SaveAsync(JsonObject model, bool publish = false)
    {
        using var saved = await console.Hub.Api.PostAsJsonAsync(Elsa("workflow-definitions"), new { model, publish });
        saved.IsSuccessStatusCode.ShouldBeTrue(await saved.Content.ReadAsStringAsync());
    }

    protected async Task DeleteAsync(string definition) => (await console.Hub.Api.DeleteAsync(Elsa($"workflow-definitions/{definition}"))).EnsureSuccessStatusCode();

    protected Task<JsonElement> DefinitionAsync(string id) => ElsaAsync($"workflow-definitions/by-definition-id/{id}?versionOptions=Latest");

    protected async Task<JsonElement> ElsaAsync(string path) => JsonElement.Parse(await console.Hub.Api.GetStringAsync(Elsa(path)));

    protected Task<JsonElement> EventuallyAsync(string definition, Func<JsonElement, bool> holds) =>
        console.EventuallyAsync(Elsa($"workflow-definitions/by-definition-id/{definition}?versionOptions=Latest").ToString(), holds);

    /// <summary>Language and text of an input of the first activity of that type; null when it has none.</summary>
    protected static (string? Syntax, string? Text) Input(JsonElement definition, string type, string input) => definition.GetProperty("root").GetProperty("activities").EnumerateArray()
        .Where(activity => activity.GetProperty("type").GetString() == type && activity.TryGetProperty(input, out var value) && value.ValueKind == JsonValueKind.Object)
        .Select(activity => activity.GetProperty(input).GetProperty("expression"))
        .Select(expression => (expression.GetProperty("type").GetString(), expression.GetProperty("value").GetString()))
        .FirstOrDefault();

    private Uri Elsa(string path) => new(console.Hub.Address, "/elsa/api/" + path);
}
