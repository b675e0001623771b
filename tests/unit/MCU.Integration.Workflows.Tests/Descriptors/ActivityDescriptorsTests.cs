using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Descriptors;
using MCU.Integration.Workflows.Expressions;
using static MCU.Integration.Workflows.Tests.TestWorkflows;

namespace MCU.Integration.Workflows.Tests.Descriptors;

public sealed class ActivityDescriptorsTests
{
    private static readonly ActivityDescriptors Descriptors = new(ActivityRegistry.CreateDefault());

    [Fact]
    public void All_OfTheRegistry_AreUniqueAndComplete()
    {
        var all = Descriptors.All([]);

        all.Select(descriptor => (Text(descriptor, "typeName"), descriptor["version"]!.GetValue<int>())).ShouldBeUnique();
        all.ShouldAllBe(descriptor => Text(descriptor, "namespace") == "Elsa" && Text(descriptor, "category") != "" && descriptor["description"] != null);
        all.SelectMany(descriptor => descriptor["inputs"]!.AsArray()).ShouldAllBe(input => input!["uiHint"] != null && input["isWrapped"] != null);
    }

    [Fact]
    public void All_Enums_BecomeDropdowns()
    {
        var mode = Of("Elsa.FlowSwitch")["inputs"]!.AsArray().Single(input => Text(input!, "name") == "Mode")!;

        mode["uiSpecifications"]!["dropdown"]!["selectList"]!["items"]!.AsArray().Select(item => Text(item!, "value")).ShouldBe(["MatchFirst", "MatchAny"]);
    }

    [Fact]
    public void All_Ports_FollowOutcomesAndEmbeddedActivities()
    {
        Ports("Elsa.FlowDecision").ShouldBe([("True", "Flow"), ("False", "Flow")]);
        Ports("Elsa.If").ShouldBe([("Then", "Embedded"), ("Else", "Embedded")]);
        Ports("Elsa.Sequence").ShouldBeEmpty();
        Of("Elsa.Flowchart")["isContainer"]!.GetValue<bool>().ShouldBeTrue();
        Text(Of("Elsa.Event"), "kind").ShouldBe("Trigger");
    }

    [Fact]
    public void All_UsableWorkflow_IsAnActivityOfItsOwn()
    {
        var json = Definition(Sequence());
        json["name"] = "Waa sub two";
        json["outcomes"] = new JsonArray("Adult");
        json["inputs"] = new JsonArray(new JsonObject { ["name"] = "Person", ["type"] = "String" });
        var definition = WorkflowDefinition.Parse(json).Definition!;

        var descriptor = Descriptors.All([definition, definition]).Single(candidate => candidate["customProperties"]!["RootType"] is not null);

        Text(descriptor, "typeName").ShouldBe("WaaSubTwo");
        Text(descriptor["constructionProperties"]!, "WorkflowDefinitionVersionId").ShouldBe("version-1");
        descriptor["inputs"]![0]!["isSynthetic"]!.GetValue<bool>().ShouldBeTrue();
        descriptor["ports"]!.AsArray().Select(port => Text(port!, "name")).ShouldBe(["Root", "Adult"]);
    }

    [Fact]
    public void Lists_OfTheDesigner_HoldWhatItCannotDoWithout()
    {
        DesignerLists.Expressions(ExpressionLanguages.CreateDefault()).Select(item => Text(item!, "type"))
            .ShouldBe(["Literal", "Object", "Json", "Delegate", "Variable", "Input", "JavaScript", "Liquid"]);
        DesignerLists.VariableTypes().Select(item => Text(item!, "typeName")).ShouldBeUnique();
        DesignerLists.StorageDrivers().Count.ShouldBe(3);
        DesignerLists.ActivationStrategies().Count.ShouldBe(4);
    }

    private static JsonObject Of(string typeName) => Descriptors.All([]).Single(descriptor => Text(descriptor, "typeName") == typeName);

    private static IEnumerable<(string, string)> Ports(string typeName) =>
        Of(typeName)["ports"]!.AsArray().Select(port => (Text(port!, "name"), Text(port!, "type")));

    private static string Text(JsonNode node, string property) => (string)node[property]!;
}
