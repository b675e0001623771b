using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Mapping.Schemas;

namespace MCU.Integration.Mapping.Tests.Schemas;

/// <summary>Random schemas of the keywords that NJsonSchema obeys, with random documents: both must agree whether a document is valid.</summary>
public sealed class NJsonSchemaDifferentialTests
{
    private const int Schemas = 150;
    private const int DocumentsPerSchema = 20;

    [Fact]
    public async Task Validate_RandomSchemasAndDocuments_AgreesWithNJsonSchema()
    {
        var random = new Random(20261123);
        var valid = 0;
        for (var i = 0; i < Schemas; i++)
        {
            var schema = RandomSchema(random, 3).ToJsonString();
            var ours = SchemaCompiler.Compile("test", JsonElement.Parse(schema));
            var oracle = await NJsonSchema.JsonSchema.FromJsonAsync(schema, TestContext.Current.CancellationToken);
            for (var j = 0; j < DocumentsPerSchema; j++)
            {
                var document = RandomDocument(random, 3)?.ToJsonString() ?? "null";
                var expected = oracle.Validate(Newtonsoft.Json.Linq.JToken.Parse(document)).Count == 0;
                ours.IsValid(JsonElement.Parse(document)).ShouldBe(expected, $"schema {schema}\ndocument {document}");
                valid += expected ? 1 : 0;
            }
        }

        // Neither all nor none, or the test would say nothing.
        valid.ShouldBeInRange(Schemas * DocumentsPerSchema / 20, Schemas * DocumentsPerSchema * 19 / 20);
    }

    private static JsonObject RandomSchema(Random random, int depth)
    {
        var schema = new JsonObject();
        switch (random.Next(depth > 0 ? 8 : 4))
        {
            case 0:
                schema["type"] = "string";
                schema["minLength"] = random.Next(3);
                schema["maxLength"] = random.Next(3, 6);
                break;
            case 1:
                schema["type"] = "integer";
                schema["minimum"] = random.Next(-3, 3);
                schema["maximum"] = random.Next(3, 6);
                break;
            case 2:
                schema["type"] = new JsonArray("number", "null");
                schema["multipleOf"] = 0.5;
                break;
            case 3:
                schema["enum"] = new JsonArray("a", "bb", 1, true, null);
                break;
            case 4:
                schema["type"] = "array";
                schema["items"] = RandomSchema(random, depth - 1);
                schema["maxItems"] = random.Next(1, 4);
                break;
            case 5 or 6:
                schema["type"] = "object";
                schema["properties"] = new JsonObject { ["a"] = RandomSchema(random, depth - 1), ["b"] = RandomSchema(random, depth - 1) };
                if (random.Next(2) == 0)
                {
                    schema["required"] = new JsonArray("a");
                }

                if (random.Next(2) == 0)
                {
                    schema["additionalProperties"] = false;
                }

                break;
            default:
                schema[random.Next(3) switch { 0 => "allOf", 1 => "anyOf", _ => "oneOf" }] = new JsonArray(RandomSchema(random, depth - 1), RandomSchema(random, depth - 1));
                break;
        }

        return schema;
    }

    private static JsonNode? RandomDocument(Random random, int depth)
    {
        switch (random.Next(depth > 0 ? 9 : 5))
        {
            case 0:
                return new string('x', random.Next(7));
            case 1:
                return random.Next(-4, 7);
            case 2:
                return random.Next(-4, 7) / 4.0;
            case 3:
                return random.Next(3) switch { 0 => null, 1 => true, _ => "a" };
            case 4:
                return random.Next(2) == 0 ? "bb" : 1;
            case 5 or 6:
                return new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => RandomDocument(random, depth - 1))]);
            default:
                var made = new JsonObject();
                foreach (var name in (string[])["a", "b", "c"])
                {
                    if (random.Next(3) > 0)
                    {
                        made[name] = RandomDocument(random, depth - 1);
                    }
                }

                return made;
        }
    }
}
