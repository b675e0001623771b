using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.ElsaApi;

/// <summary>What tests of the Elsa server API share.</summary>
public abstract class ElsaApiTests(HubHost hub) : HubTests(hub)
{
    protected const string Api = "/elsa/api";

    private static int _number;

    /// <summary>An id that no other test uses.</summary>
    protected static string NewId(string stem) => $"{stem}-{Interlocked.Increment(ref _number)}-{Guid.NewGuid():N}"[..24];

    /// <summary>Calls and asserts success.</summary>
    protected static async Task<JsonObject> CallAsync(HttpClient client, HttpMethod method, string path, object? body = null)
    {
        using var response = await SendAsync(client, method, path, body);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
    }

    protected static Task<JsonObject> GetAsync(HttpClient client, string path) => CallAsync(client, HttpMethod.Get, path);

    protected static Task<JsonObject> PostAsync(HttpClient client, string path, object? body = null) => CallAsync(client, HttpMethod.Post, path, body ?? new { });

    protected static Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, object? body = null) =>
        client.SendAsync(new(method, Api + path) { Content = body is null ? null : JsonContent.Create(body, body.GetType()) });

    /// <summary>Saves, and returns the definition of the answer.</summary>
    protected static async Task<JsonObject> SaveAsync(HttpClient client, JsonObject model, bool publish = false) =>
        (await PostAsync(client, "/workflow-definitions", new { model, publish }))["workflowDefinition"]!.DeepClone().AsObject();

    protected static Task<JsonObject> LatestAsync(HttpClient client, string definitionId) =>
        GetAsync(client, $"/workflow-definitions/by-definition-id/{definitionId}?versionOptions=Latest");

    /// <summary>Asserts that the designer gets something to show, and returns it.</summary>
    protected static async Task<string> ShouldBeRefused(HttpResponseMessage response, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, text);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(text)!;
        Text(problem["code"]).ShouldBe(code, text);
        var messages = problem["errors"]!.AsObject().SelectMany(field => field.Value!.AsArray()).Select(Text).ToList();
        messages.ShouldNotBeEmpty(text);
        return string.Join("\n", messages);
    }

    protected static IEnumerable<string> LinksOf(JsonNode node) => node["links"]!.AsArray().Select(link => Text(link!["rel"]));

    protected static IEnumerable<JsonObject> ItemsOf(JsonNode node) => node["items"]!.AsArray().Select(item => item!.AsObject());

    protected static IEnumerable<string> Names(JsonNode? list) => list!.AsArray().Select(Text);

    protected static string Text(JsonNode? node) => node!.GetValue<string>();

    protected static int Number(JsonNode? node) => node!.GetValue<int>();

    protected static bool Flag(JsonNode? node) => node!.GetValue<bool>();

    /// <summary>A flowchart of one activity.</summary>
    protected static JsonObject Flow(string definitionId, string text = "hello") => new()
    {
        ["definitionId"] = definitionId,
        ["name"] = definitionId,
        ["root"] = new JsonObject
        {
            ["id"] = "F",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["activities"] = new JsonArray(Activity("A", "Elsa.WriteLine", ("text", Input("Literal", text)))),
            ["connections"] = new JsonArray(),
        },
    };

    /// <summary>
    /// A flowchart that a status event of the СЭД starts: it sets the variable <c>Name</c> and then waits in a sequence. Types of inputs are null, as the designer
    /// writes them.
    /// </summary>
    protected static JsonObject Waiting(string definitionId, string delay = "01:00:00") => new()
    {
        ["definitionId"] = definitionId,
        ["name"] = definitionId,
        ["variables"] = new JsonArray(Variable("v1", "Name", "String", "Ада"), Variable("v2", "Known", "Guid", "0199c0de-0000-7000-8000-000000000001")),
        ["root"] = new JsonObject
        {
            ["id"] = "F",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["name"] = "F",
            ["activities"] = new JsonArray(
                Activity(
                    "T",
                    "Mcu.MessageReceived",
                    ("adapter", Input("Literal", "sed")),
                    ("documentType", Input("Literal", "sed.card.status")),
                    ("customProperties", new JsonObject { ["canStartWorkflow"] = true })),
                Activity(
                    "S",
                    "Elsa.SetVariable",
                    ("value", Input("JavaScript", "getName() + ' Лавлейс'")),
                    ("variable", new JsonObject { ["id"] = "v1", ["name"] = "Name", ["typeName"] = "String" })),
                Activity("Q", "Elsa.Sequence", ("activities", new JsonArray(Activity("D", "Elsa.Delay", ("timeSpan", Input("Literal", delay))))))),
            ["connections"] = new JsonArray(Connection("T", "S"), Connection("S", "Q")),
        },
    };

    protected static JsonObject Activity(string id, string type, params (string Name, JsonNode Value)[] properties)
    {
        var activity = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in properties)
        {
            activity[name] = value;
        }

        return activity;
    }

    protected static JsonObject Input(string language, string value) => new()
    {
        ["typeName"] = null,
        ["expression"] = new JsonObject { ["type"] = language, ["value"] = value },
        ["memoryReference"] = null,
    };

    /// <summary>Publishes the waiting workflow, sends what starts it, and returns the instance once it stands as told.</summary>
    protected async Task<JsonObject> StartWaitingAsync(HttpClient admin, string definitionId, string subStatus = "Suspended", string delay = "01:00:00")
    {
        await SaveAsync(admin, Waiting(definitionId, delay), publish: true);
        using var sent = await admin.PostAsync(Documents.CardStatus, Documents.Json(Documents.NewCardStatus()));
        sent.EnsureSuccessStatusCode();
        var instance = await UntilAsync(
            async () => ItemsOf(await PostAsync(admin, "/workflow-instances", new { definitionId })).FirstOrDefault(instance => Text(instance["subStatus"]) == subStatus),
            $"an instance of {definitionId} that is {subStatus}");

        // Other tests send the same event.
        await PostAsync(admin, $"/workflow-definitions/{definitionId}/retract");
        return instance;
    }

    protected static async Task<T> UntilAsync<T>(Func<Task<T?>> look, string what)
        where T : class
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            do
            {
                if (await look() is { } found)
                {
                    return found;
                }
            }
            while (await timer.WaitForNextTickAsync(patience.Token));
        }
        catch (OperationCanceledException)
        {
            // Told below.
        }

        throw new TimeoutException($"There was never {what}.");
    }

    private static JsonObject Variable(string id, string name, string type, string value) =>
        new() { ["id"] = id, ["name"] = name, ["typeName"] = type, ["value"] = value, ["storageDriverTypeName"] = "WorkflowInstanceStorageDriver" };

    private static JsonObject Connection(string from, string to) => new()
    {
        ["source"] = new JsonObject { ["activity"] = from, ["port"] = "Done" },
        ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
    };
}
