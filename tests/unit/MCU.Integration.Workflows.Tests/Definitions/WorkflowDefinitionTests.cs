using System.Text;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Definitions;
using static MCU.Integration.Workflows.Tests.TestWorkflows;

namespace MCU.Integration.Workflows.Tests.Definitions;

public sealed class WorkflowDefinitionTests
{
    [Fact]
    public void Parse_UnknownProperties_SurviveTheRoundTrip()
    {
        var json = Definition(Sequence(Activity("A", "Acme.Unknown", ("secretSauce", new JsonObject { ["deep"] = new JsonArray(1, "два") }))));
        json["acmeTop"] = "kept";

        var back = Parse(json).ToJson();

        back["acmeTop"]!.GetValue<string>().ShouldBe("kept");
        back["root"]!["activities"]![0]!["secretSauce"]!["deep"]!.ToJsonString().ShouldBe(json["root"]!["activities"]![0]!["secretSauce"]!["deep"]!.ToJsonString());
    }

    [Fact]
    public void ContentHash_IdentityAndOrder_DoNotMatter()
    {
        var definition = Parse(Definition(Sequence(Line("A"))));
        var published = definition.WithIdentity("other-version", "definition-1", 7, true, true);
        var reordered = new JsonObject(definition.ToJson().Reverse().Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));

        published.ContentHash.ShouldBe(definition.ContentHash);
        Parse(reordered).ContentHash.ShouldBe(definition.ContentHash);
        Parse(Definition(Sequence(Line("B")))).ContentHash.ShouldNotBe(definition.ContentHash);
    }

    [Fact]
    public void Parse_EverythingWrong_ReportsEverythingWithPointers()
    {
        var json = Definition(Sequence(
            Line("A"),
            Line("A"),
            Activity("B", "Elsa.WriteLine", ("text", new JsonObject { ["typeName"] = "String", ["expression"] = null }))));
        json["options"] = new JsonObject { ["activationStrategyType"] = "Nope, Nope", ["incidentStrategyType"] = "Nope" };
        json["variables"] = "none";

        var problems = WorkflowDefinition.Parse(json).Problems;

        problems.Select(problem => (problem.Pointer, problem.Code)).ShouldBe(
            [
                ("/variables", "not_an_array"),
                ("/root/activities/2/text/expression", "missing_expression"),
                ("/root/activities/1/id", "duplicate_activity_id"),
                ("/options/activationStrategyType", "unknown_strategy"),
                ("/options/incidentStrategyType", "unknown_strategy"),
            ]);
    }

    [Theory]
    [InlineData("[]", "not_an_object")]
    [InlineData("{\"name\": ", "malformed_json")]
    [InlineData("{\"name\":\"a\",\"name\":\"b\"}", "malformed_json")]
    public void Parse_NoDefinition_SaysWhy(string text, string code) =>
        WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(text)).Problems.Single().Code.ShouldBe(code);

    [Fact]
    public void Parse_StateMachine_IsRefused() =>
        WorkflowDefinition.Parse(Definition(Activity("S", "Elsa.StateMachine"))).Problems.Single().Code.ShouldBe("unsupported_activity");

    [Fact]
    public void Parse_MissingIds_AreGeneratedAroundGivenOnes()
    {
        var root = Sequence(Line(""), Line("WriteLine1"), Line(""));

        Parse(Definition(root)).Root!["activities"]!.AsArray().Select(activity => activity!["id"]!.GetValue<string>())
            .ShouldBe(["WriteLine2", "WriteLine1", "WriteLine3"]);
    }

    [Fact]
    public void Parse_ConnectionsOfOldTools_AreReadAsTheirSuccessors()
    {
        var root = Activity("Flow", "Elsa.Flowchart", ("activities", new JsonArray(Line("A"), Line("B"))), ("connections", new JsonArray(
            new JsonObject { ["source"] = "A", ["target"] = "B", ["sourcePort"] = "Done", ["targetPort"] = null })));

        Parse(Definition(root)).Root!["connections"]![0]!.ToJsonString()
            .ShouldBe("""{"source":{"activity":"A","port":"Done"},"target":{"activity":"B","port":"In"}}""");
    }

    [Fact]
    public void Placeholder_MovedAndRenamedInTheDesigner_ComesBackAsTheOriginal()
    {
        var definition = Parse(Definition(Sequence(Activity("G", "Acme.Ghost", ("foo", "bar"), ("metadata", new JsonObject { ["displayText"] = "Призрак" })))));
        var shown = definition.ToJson();
        NotFoundPlaceholder.Hide((JsonObject)shown["root"]!, (type, _) => type.StartsWith("Elsa.", StringComparison.Ordinal));
        var placeholder = shown["root"]!["activities"]![0]!;
        placeholder["type"]!.GetValue<string>().ShouldBe("Elsa.NotFoundActivity");
        placeholder["name"] = "Renamed";
        placeholder["metadata"]!["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 5 } };

        var back = Parse(shown).Root!["activities"]![0]!;

        back["type"]!.GetValue<string>().ShouldBe("Acme.Ghost");
        back["foo"]!.GetValue<string>().ShouldBe("bar");
        back["name"]!.GetValue<string>().ShouldBe("Renamed");
        back["metadata"]!["displayText"]!.GetValue<string>().ShouldBe("Призрак");
        back["metadata"]!["designer"]!["position"]!["x"]!.GetValue<int>().ShouldBe(5);
    }

    [Fact]
    public void WithWorkflowId_NodeIds_StandBelowIt() =>
        Parse(Definition(Sequence(Line("A")))).WithWorkflowId("Workflow2").Root!["activities"]![0]!["nodeId"]!.GetValue<string>().ShouldBe("Workflow2:Seq:A");

    private static WorkflowDefinition Parse(JsonObject json)
    {
        var parsed = WorkflowDefinition.Parse(json);
        parsed.Problems.ShouldBeEmpty();
        return parsed.Definition!;
    }

    private static JsonObject Line(string id) => Activity(id, "Elsa.WriteLine", ("text", Literal("x")));
}
