using System.Text.Json.Nodes;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Adapters.Tests.Manifests;

public sealed class ManifestParserTests
{
    private const string Whole = """
        {
          "key": "sed", "title": "СЭД", "auth": { "kind": "basic" }, "inbound": { "auth": ["standardWebhooks"], "tolerance": "2m" },
          "documents": {
            "card": { "title": "Карточка", "direction": "out", "schema": "sed.card" },
            "event": { "title": "Событие", "direction": "in", "schema": "sed.event", "dedupKey": ["/id", "/revision"], "orderKey": "/id", "validation": "async" }
          },
          "feeds": { "events": { "document": "event", "path": "/events", "items": "/items", "interval": "500ms", "cursor": { "parameter": "after", "kind": "instant", "first": "now", "ofItem": "/at", "overlap": "10m" } } },
          "operations": {
            "create": {
              "title": "Завести", "document": "card", "record": "card", "effectOnce": "probe",
              "probe": { "path": "/cards?ref={/ref}", "found": "/items/0", "result": { "id": "/items/0/id" } },
              "steps": [
                { "name": "card", "path": "/cards", "omit": ["/files"], "result": { "id": "/id" } },
                { "name": "file", "forEach": "/files", "path": "/cards/{step.card.id}/files", "effectOnce": "header", "upload": { "attachment": "{item/id}" }, "result": { "id": "/id" } },
                { "name": "close", "method": "PUT", "path": "/cards/{step.card.id}", "effectOnce": "none", "set": { "/files": "{step.file[].id}" } }
              ]
            }
          },
          "push": [{ "statuses": ["reopened"], "operation": "create", "map": "hub.case-to-card" }],
          "link": { "maySet": ["answered"], "onDead": "release" },
          "delivery": { "concurrency": 3, "maxAttempts": 5, "firstDelay": "2s", "maxDelay": "1h", "attemptTimeout": "5s", "ratePerSecond": 20 },
          "attachments": { "path": "/files/{id}", "maxSize": 1000, "stripMetadata": false }
        }
        """;

    [Fact]
    public void Parse_WholeManifest_ReadsEveryPart()
    {
        var manifest = ManifestParser.Parse(Whole).Manifest.ShouldNotBeNull();

        manifest.Key.ShouldBe("sed");
        manifest.Auth.Kind.ShouldBe(AuthKind.Basic);
        manifest.Inbound.ShouldBe(new InboundAuth(ApiKey: false, StandardWebhooks: true, TimeSpan.FromMinutes(2)));
        manifest.Documents["event"].DedupKeyParts.Select(part => part.Text).ShouldBe(["/id", "/revision"]);
        manifest.Documents["event"].Validation.ShouldBe(ValidationMode.Async);
        manifest.Documents["card"].IsInbound.ShouldBeFalse();
        manifest.Feeds["events"].Cursor.Overlap.ShouldBe(TimeSpan.FromMinutes(10));
        manifest.Operations["create"].EffectOnce.ShouldBe(EffectOnce.Probe);
        manifest.Plans["create"].Steps.Select(step => step.EffectOnce).ShouldBe([EffectOnce.Probe, EffectOnce.Header, EffectOnce.None]);
        manifest.DeliveryPolicy.ShouldBe(new DeliveryPolicy(3, 5, TimeSpan.FromSeconds(2), TimeSpan.FromHours(1), TimeSpan.FromSeconds(5)));
        manifest.RatePerSecond.ShouldBe(20);
        manifest.Attachments.ShouldBe(new AttachmentRule("/files/{id}", 1000, false));
    }

    [Theory]
    [InlineData("/key", "\"Sed\"", "/key", "key")]
    [InlineData("/colour", "1", "/colour", "unknown_field")]
    [InlineData("/auth/kind", "\"magic\"", "/auth/kind", "unknown_word")]
    [InlineData("/auth", "{\"kind\":\"oauth2ClientCredentials\"}", "/auth/tokenPath", "required")]
    [InlineData("/inbound/auth", "[\"none\"]", "/inbound/auth", "unknown_word")]
    [InlineData("/inbound/tolerance", "\"5 minutes\"", "/inbound/tolerance", "duration")]
    [InlineData("/documents/event/dedupKey", "[]", "/documents/event/dedupKey", "required")]
    [InlineData("/documents/event/orderKey", "\"id\"", "/documents/event/orderKey", "pointer")]
    [InlineData("/feeds/events/document", "\"other\"", "/feeds/events/document", "unknown_document")]
    [InlineData("/feeds/events/document", "\"card\"", "/feeds/events/document", "direction")]
    [InlineData("/feeds/events/interval", "\"1ms\"", "/feeds/events/interval", "range")]
    [InlineData("/feeds/events/cursor/next", "\"/next\"", "/feeds/events/cursor", "cursor")]
    [InlineData("/feeds/events/cursor/kind", "\"opaque\"", "/feeds/events/cursor", "cursor")]
    [InlineData("/feeds/events/cursor/first", "\"yesterday\"", "/feeds/events/cursor/first", "instant")]
    [InlineData("/operations/create/document", "\"event\"", "/operations/create/document", "direction")]
    [InlineData("/operations/create/effectOnce", "\"hope\"", "/operations/create/effectOnce", "unknown_word")]
    [InlineData("/operations/create/steps", "[]", "/operations/create/steps", "required")]
    [InlineData("/operations/create/steps/0/result", "{\"id\":\"/id\",\"revision\":\"/revision\"}", "/operations/create/steps/0/probe/result", "incomplete")]
    [InlineData("/operations/create/steps/0/path", "\"cards\"", "/operations/create/steps/0/path", "path")]
    [InlineData("/operations/create/steps/0/path", "\"/cards/{item/id}\"", "/operations/create/steps/0/path", "no_item")]
    [InlineData("/operations/create/steps/0/path", "\"/cards/{step.file.id}\"", "/operations/create/steps/0/path", "unknown_step")]
    [InlineData("/operations/create/steps/0/path", "\"/cards/{nothing}\"", "/operations/create/steps/0/path", "template")]
    [InlineData("/operations/create/steps/0/success", "[200, 99]", "/operations/create/steps/0/success", "status_codes")]
    [InlineData("/operations/create/steps/0/refused", "[409, 409]", "/operations/create/steps/0", "status_codes")]
    [InlineData("/operations/create/steps/1/name", "\"card\"", "/operations/create/steps/1/name", "duplicate")]
    [InlineData("/operations/create/steps/1/path", "\"/cards/{step.card.number}\"", "/operations/create/steps/1/path", "unknown_result")]
    [InlineData("/operations/create/steps/1/effectOnce", "\"probe\"", "/operations/create/steps/1/probe", "required")]
    [InlineData("/operations/create/steps/1/effectOnce", "\"naturalKey\"", "/operations/create/steps/1/alreadyDone", "required")]
    [InlineData("/operations/create/steps/2/set", "{\"/files\":\"{step.file.id}\"}", "/operations/create/steps/2/set/~1files", "repeated")]
    [InlineData("/operations/create/steps/2/path", "\"/cards/{step.file[].id}\"", "/operations/create/steps/2/path", "repeated")]
    [InlineData("/push/0/operation", "\"delete\"", "/push/0/operation", "unknown_operation")]
    [InlineData("/push/0/statuses", "[\"finished\"]", "/push/0/statuses", "unknown_word")]
    [InlineData("/push/0/outcomes", "[\"great\"]", "/push/0/outcomes", "unknown_word")]
    [InlineData("/link/maySet", "[\"finished\"]", "/link/maySet", "unknown_word")]
    [InlineData("/delivery/concurrency", "0", "/delivery/concurrency", "range")]
    [InlineData("/delivery/maxDelay", "\"1s\"", "/delivery/maxDelay", "range")]
    [InlineData("/attachments/path", "\"/files\"", "/attachments/path", "path")]
    public void Parse_OneThingWrong_ReportsItAtItsPointer(string at, string value, string pointer, string code)
    {
        var manifest = JsonNode.Parse(Whole)!;
        var tokens = at[1..].Split('/');
        var parent = tokens[..^1].Aggregate(manifest, (node, token) => node is JsonArray list ? list[int.Parse(token)]! : node[token]!);
        parent[tokens[^1]] = JsonNode.Parse(value);

        var (parsed, problems) = ManifestParser.Parse(manifest.ToJsonString());

        parsed.ShouldBeNull();
        problems.ShouldContain(problem => problem.Pointer == pointer && problem.Code == code, string.Join('\n', problems));
    }

    [Fact]
    public void Parse_ManyThingsWrong_ReportsAllAtOnce()
    {
        var (_, problems) = ManifestParser.Parse("""{ "key": "x", "documents": { "a": {} }, "feeds": 3, "operations": { "o": { "steps": [{}] } } }""");

        problems.Select(problem => problem.Pointer).ShouldBe(
            [
                "/title", "/feeds",
                "/documents/a/direction", "/documents/a/dedupKey", "/documents/a/title", "/documents/a/schema",
                "/operations/o/effectOnce", "/operations/o/title", "/operations/o/document", "/operations/o/record",
                "/operations/o/steps/0/name", "/operations/o/steps/0/path",
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("""{ "key": "a", "key": "b" }""")]
    [InlineData("""{ "key": "a", }""")]
    [InlineData("""{ /* note */ "key": "a" }""")]
    [InlineData("key: a")]
    public void Parse_NotStrictJson_SaysSo(string text) => ManifestParser.Parse(text).Problems.ShouldHaveSingleItem().Code.ShouldBe("not_json");

    [Fact]
    public void Parse_WithContext_ChecksSchemasMapsAndFolder()
    {
        var context = new ManifestContext(new HashSet<string> { "sed.card" }, new HashSet<string>(), "delo");

        ManifestParser.Parse(Whole, context).Problems.Select(problem => problem.Code).ShouldBe(["folder", "unknown_schema", "unknown_map"]);
    }
}
