using System.Text.Json.Nodes;
using MCU.Integration.Domain.Links;
using MCU.Integration.Pipeline.Activities;
using MCU.Integration.Pipeline.Activities.Pickers;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Workflows.Lint;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Definitions;

namespace MCU.Integration.Pipeline.Tests.Workflows.Lint;

public sealed class WorkflowLintTests
{
    private static readonly ActivityRegistry Registry = ActivityRegistry.CreateDefault().AddAssembly(typeof(HubActivity).Assembly);

    private static readonly ActiveSet Set = ActiveSet.Empty with
    {
        Adapters = new([new AdapterDescription(
            "sed",
            "СЭД",
            new Dictionary<string, DocumentDescription> { ["sed.card"] = new("sed.card", "Карточка", "sed.card", ValidationMode.Sync, IsInbound: true) },
            new Dictionary<string, OperationDescription> { ["card.create"] = new("card.create", "Завести карточку", "sed.card", "card", EffectOnce.Probe) },
            [],
            LinkPolicy.Default,
            DeliveryPolicy.Default)]),
    };

    [Fact]
    public void Flow_ThatIsWhole_HasNoFindings() => Codes(Flow(
        [Step("in", "Mcu.MessageReceived", starts: true, ("adapter", "sed"), ("documentType", "sed.card")), Step("out", "Elsa.WriteLine")],
        [("in", "Done", "out")])).ShouldBeEmpty();

    [Fact]
    public void Step_ThatNothingLeadsTo_IsReported() => Codes(Flow(
        [Step("a", "Elsa.WriteLine"), Step("b", "Elsa.WriteLine"), Step("alone", "Elsa.WriteLine")],
        [("a", "Done", "b"), ("alone", "Done", "b")])).ShouldBe(["workflow.unreachable /root/activities/2"]);

    [Fact]
    public void Outcomes_OfWhichOnlySomeLeadOn_AreReported()
    {
        WorkflowFlowOf("True").ShouldBe(["workflow.outcome_unconnected /root/activities/0"]);
        WorkflowFlowOf("True", "False").ShouldBeEmpty();
        WorkflowFlowOf().ShouldBeEmpty("a decision at which everything ends is an end");

        static IReadOnlyList<string> WorkflowFlowOf(params string[] ports) => Codes(Flow(
            [Step("choice", "Elsa.FlowDecision"), .. ports.Select(port => Step("to" + port, "Elsa.WriteLine"))],
            [.. ports.Select(port => ("choice", port, "to" + port))]));
    }

    [Fact]
    public void Send_WithoutAWayForFailure_IsReportedUnlessItDoesNotWait()
    {
        Codes(Send(waits: "True", "Delivered")).ShouldBe(["workflow.send_without_failure /root/activities/0"]);
        Codes(Send(waits: "True", "Delivered", "Rejected", "Failed")).ShouldBeEmpty();
        Codes(Send(waits: "False", "Done")).ShouldBeEmpty();

        static JsonObject Send(string waits, params string[] ports) => Flow(
            [
                Step("send", "Mcu.SendToAdapter", starts: false, ("adapter", "sed"), ("operation", "card.create"), ("waitForOutcome", waits)),
                .. ports.Select(port => Step("to" + port, "Elsa.WriteLine")),
            ],
            [.. ports.Select(port => ("send", port, "to" + port))]);
    }

    [Theory]
    [InlineData("Mcu.SendToAdapter", "adapter", "nobody")]
    [InlineData("Mcu.MapMessage", "map", "nothing")]
    [InlineData("Mcu.SetStatus", "status", "odd")]
    [InlineData("Mcu.AssignBody", "body", "nobody")]
    public void Name_ThatDoesNotExist_IsAnErrorAtItsInput(string type, string input, string value)
    {
        var finding = Findings(Flow([Step("a", type, starts: false, (input, value), ("waitForOutcome", "False"))], [])).Single(found => found.Code == "workflow.unknown_reference");

        finding.IsError.ShouldBeTrue();
        finding.Pointer.ShouldBe($"/root/activities/0/{input}");
        finding.Message.ShouldContain(value);
    }

    [Fact]
    public void Operation_OfAnotherSystem_IsUnknown() => Codes(Flow(
        [Step("a", "Mcu.SendToAdapter", starts: false, ("adapter", "sed"), ("operation", "message.accept"), ("waitForOutcome", "False"))], []))
        .ShouldBe(["workflow.unknown_reference /root/activities/0/operation"]);

    [Theory]
    [InlineData("Bearer abcdefghijklmnop1234")]
    [InlineData("password = 'qwerty123'")]
    [InlineData("{\"api_key\":\"0123456789\"}")]
    public void Secret_InALiteral_IsReported(string text) =>
        Codes(Flow([Step("a", "Elsa.WriteLine", starts: false, ("text", text))], [])).ShouldBe(["workflow.secret /root/activities/0/text"]);

    [Theory]
    [InlineData("JavaScript", "`Заявитель ${getInput('Case').applicant.surname}`", true)]
    [InlineData("JavaScript", "`Дело ${getInput('Case').number}`", false)]
    [InlineData("Literal", "Позвоните +7 962 123-45-67", true)]
    [InlineData("Literal", "Телефон заявителя стоит в карточке", false)]
    public void PersonalData_OnItsWayIntoALog_IsReported(string language, string text, bool isReported)
    {
        var step = Step("a", "Elsa.WriteLine");
        step["text"] = Expression(language, text);

        Codes(Flow([step], [])).ShouldBe(isReported ? ["workflow.personal_data /root/activities/0/text"] : []);
    }

    [Fact]
    public void Loop_WithoutAnExit_IsAnErrorUnlessItWaits()
    {
        var busy = Findings(Loop("Elsa.WriteLine", exits: false)).ShouldHaveSingleItem();
        busy.Code.ShouldBe("workflow.endless_loop");
        busy.IsError.ShouldBeTrue();
        Findings(Loop("Elsa.Delay", exits: false)).ShouldHaveSingleItem().IsError.ShouldBeFalse();
        Findings(Loop("Elsa.WriteLine", exits: true)).ShouldBeEmpty();

        static JsonObject Loop(string inside, bool exits) => Flow(
            [Step("a", "Elsa.FlowDecision"), Step("b", inside), .. exits ? [Step("end", "Elsa.End")] : Array.Empty<JsonObject>()],
            [("a", "True", "b"), ("b", "Done", "a"), ("a", "False", exits ? "end" : "b")]);
    }

    [Fact]
    public void Wait_WithoutATimerBeside_IsReported()
    {
        Codes(Wait(withTimer: false)).ShouldBe(["workflow.wait_without_timeout /root/activities/1"]);
        Codes(Wait(withTimer: true)).ShouldBeEmpty();

        static JsonObject Wait(bool withTimer) => Flow(
            [Step("a", "Elsa.WriteLine"), Step("wait", "Mcu.WaitForStatus"), .. withTimer ? [Step("timer", "Elsa.Delay")] : Array.Empty<JsonObject>()],
            [("a", "Done", "wait"), .. withTimer ? [("a", "Done", "timer")] : Array.Empty<(string, string, string)>()]);
    }

    [Fact]
    public void Definitions_ThatARealElsaServerRan_ArePublishedHereToo()
    {
        var recorded = Directory.EnumerateFiles(Path.Combine(BehaviourCases(), "cases"), "*.json", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) is not ("case.json" or "expected.json"))
            .Select(path => (Path: path, WorkflowDefinition.Parse(File.ReadAllBytes(path)).Definition))
            .Where(file => file.Definition is not null)
            .ToList();

        recorded.Count.ShouldBeGreaterThan(200);
        recorded.SelectMany(file => new WorkflowLint(new PickerBook(Registry), Registry).Check(file.Definition!, Set)
            .Where(finding => finding.IsError)
            .Select(finding => $"{file.Path} {finding.Code} {finding.Pointer}")).ShouldBeEmpty();
    }

    private static string BehaviourCases()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "tests", "behaviour")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return Path.Combine(folder.FullName, "tests", "behaviour");
    }

    private static IReadOnlyList<WorkflowFinding> Findings(JsonObject definition) =>
        new WorkflowLint(new PickerBook(Registry), Registry).Check(WorkflowDefinition.Parse(definition).Definition!, Set);

    private static IReadOnlyList<string> Codes(JsonObject definition) => [.. Findings(definition).Select(finding => $"{finding.Code} {finding.Pointer}")];

    private static JsonObject Flow(IEnumerable<JsonObject> steps, IEnumerable<(string Source, string Port, string Target)> connections) => new()
    {
        ["definitionId"] = "checked",
        ["name"] = "Checked",
        ["root"] = new JsonObject
        {
            ["id"] = "Flowchart1",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["activities"] = new JsonArray([.. steps]),
            ["connections"] = new JsonArray([.. connections.Select(connection => new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = connection.Source, ["port"] = connection.Port },
                ["target"] = new JsonObject { ["activity"] = connection.Target, ["port"] = "In" },
            })]),
        },
    };

    private static JsonObject Step(string id, string type, bool starts = false, params (string Input, string Value)[] literals)
    {
        var step = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1, ["customProperties"] = new JsonObject { ["canStartWorkflow"] = starts } };
        foreach (var (input, value) in literals)
        {
            step[input] = Expression("Literal", value);
        }

        return step;
    }

    private static JsonObject Expression(string language, string text) =>
        new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = language, ["value"] = text } };
}
