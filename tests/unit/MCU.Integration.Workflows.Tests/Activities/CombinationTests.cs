using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;
using static MCU.Integration.Workflows.Tests.TestWorkflows;

namespace MCU.Integration.Workflows.Tests.Activities;

/// <summary>Activities inside each other, as Elsa 3.8's rules for each of them say together; the recorded cases hold the rules one by one.</summary>
public sealed class CombinationTests
{
    private readonly TestWorkflows _workflows = new();

    [Fact]
    public Task ForkInForEach_RunsBothBranchesForEachItem() => ShouldLogAsync(
        "a1b1a2b2", Each("[1, 2]", Fork("WaitAll", Log("'a' + getCurrentValue()", "A"), Log("'b' + getCurrentValue()", "B"))));

    [Fact]
    public Task ForEachInForEach_SeesTheInnermostValue() => ShouldLogAsync(
        "x0-1:0 2:1 y1-1:0 2:1 ",
        Each("['x', 'y']", Seq("Body", Log("getCurrentValue() + getCurrentIndex() + '-'", "Outer"), Each("[1, 2]", Log("getCurrentValue() + ':' + getCurrentIndex() + ' '", "Inner"), "Each2"))));

    [Fact]
    public Task BreakInForInForEach_LeavesTheInnerLoopOnly() => ShouldLogAsync(
        "0101.",
        Each("['x', 'y']", For(0, 5, 1, Seq("Body", Log("getCurrentValue()", "L"), If("getCurrentValue() >= 1", Activity("Br", "Elsa.Break"))))),
        Log("'.'", "After"));

    [Fact]
    public Task BreakInForkInWhile_LeavesTheLoop() => ShouldLogAsync(
        "b.",
        Activity("While", "Elsa.While", ("condition", JavaScript("true")), ("body", Fork("WaitAll", Activity("Br", "Elsa.Break"), Log("'b'", "B")))),
        Log("'.'", "After"));

    [Fact]
    public Task BreakInParallelForEach_StopsEachBodyAndTheSequenceAround() => ShouldLogAsync(
        "12",
        Activity("Each", "Elsa.ParallelForEach", ("items", JavaScript("[1, 2]")), ("body", Seq("Body", Log("getCurrentValue()", "L"), Activity("Br", "Elsa.Break"), Log("'-'", "Never")))),
        Log("'.'", "Never2"));

    [Theory]
    [InlineData(3, 1, -1, "True", "321")]
    [InlineData(0, 6, 2, "False", "024")]
    [InlineData(0, 6, 2, "True", "0246")]
    [InlineData(5, 1, 1, "True", "")]
    public Task For_StepsAndBounds(int start, int end, int step, string inclusive, string expected)
    {
        var loop = For(start, end, step, Log("getCurrentValue()", "L"));
        loop["outerBoundInclusive"] = Literal(inclusive);
        return ShouldLogAsync(expected, loop);
    }

    [Fact]
    public Task EndInFlowchartInForEach_EndsThatFlowchartOnly() => ShouldLogAsync(
        "aa.",
        Each("[1, 2]", Activity(
            "Flow",
            "Elsa.Flowchart",
            ("activities", new JsonArray(Log("'a'", "A"), Activity("End", "Elsa.End"), Log("'never'", "B"))),
            ("connections", new JsonArray(Connection("A", "End"), Connection("End", "B"))))),
        Log("'.'", "After"));

    [Theory]
    [InlineData("MatchFirst", "1.")]
    [InlineData("MatchAny", "12.")]
    public Task Switch_SeveralCasesMatch_ModeDecides(string mode, string expected) => ShouldLogAsync(
        expected,
        Activity("Switch", "Elsa.Switch", ("mode", Literal(mode)), ("cases", new JsonArray(Case("One", "true", Log("'1'", "L1")), Case("Two", "1 < 2", Log("'2'", "L2")), Case("Three", "false", Log("'3'", "L3")))), ("default", Log("'d'", "LD"))),
        Log("'.'", "After"));

    [Fact]
    public async Task SwitchMatchAny_OneCaseWaits_CompletesWithTheLast()
    {
        var workflow = Prepare(
            Activity("Switch", "Elsa.Switch", ("mode", Literal("MatchAny")), ("cases", new JsonArray(Case("One", "true", Event("E")), Case("Two", "true", Log("'2'", "L2"))))),
            Log("'.'", "After"));

        var waiting = await _workflows.StartAsync(workflow);
        var result = await _workflows.ResumeAsync(workflow, waiting, "E");

        VariableOf(waiting, "Log")!.GetValue<string>().ShouldBe("2");
        VariableOf(result, "Log")!.GetValue<string>().ShouldBe("2.");
    }

    [Fact]
    public async Task ForkWaitAny_OneOfTwoEvents_CancelsTheOther()
    {
        var workflow = Prepare(Fork("WaitAny", Event("E1"), Event("E2")), Log("'.'", "After"));

        var result = await _workflows.ResumeAsync(workflow, await _workflows.StartAsync(workflow), "E2");

        result.State.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        result.State.Bookmarks.ShouldBeEmpty();
        _workflows.Journal.ShouldContain("Canceled:E1");
    }

    [Fact]
    public async Task WhileWithEvent_ResumedEachRound_CountsRounds()
    {
        var workflow = Prepare(
            Activity("While", "Elsa.While", ("condition", JavaScript("(getLog() || '').length < 2")), ("body", Seq("Body", Event("E"), Log("'x'", "L")))), Log("'.'", "After"));
        var result = await _workflows.StartAsync(workflow);

        for (var round = 0; round < 2; round++)
        {
            result.State.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
            result = await _workflows.ResumeAsync(workflow, result, "E");
        }

        VariableOf(result, "Log")!.GetValue<string>().ShouldBe("xx.");
    }

    [Fact]
    public Task SequenceVariable_OfTheSameName_HidesTheOuterOne()
    {
        var inner = Seq("Inner", Log("getVariable('Name')", "L1"));
        inner["variables"] = new JsonArray(new JsonObject { ["id"] = "inner", ["name"] = "Name", ["typeName"] = "String", ["value"] = "inner" });
        return ShouldLogAsync("innerouter", inner, Log("getName()", "L2"));
    }

    private async Task ShouldLogAsync(string expected, params JsonObject[] activities)
    {
        var result = await _workflows.StartAsync(Prepare(activities));

        result.State.Incidents.ShouldBeEmpty();
        result.State.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (VariableOf(result, "Log")?.GetValue<string>() ?? "").ShouldBe(expected);
    }

    private PreparedWorkflow Prepare(params JsonObject[] activities) =>
        _workflows.Prepare(Definition(Sequence(activities), Variable("Log", "String", null), Variable("Name", "String", "outer")));

    private static JsonObject Log(string script, string id) =>
        Activity(id, "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "vLog" }), ("value", JavaScript($"(getLog() || '') + ({script})")));

    private static JsonObject Each(string items, JsonObject body, string id = "Each") => Activity(id, "Elsa.ForEach", ("items", JavaScript(items)), ("body", body));

    private static JsonObject For(int start, int end, int step, JsonObject body) =>
        Activity("For", "Elsa.For", ("start", Literal(start)), ("end", Literal(end)), ("step", Literal(step)), ("body", body));

    private static JsonObject Seq(string id, params JsonObject[] activities) => Activity(id, "Elsa.Sequence", ("activities", new JsonArray([.. activities])));

    private static JsonObject Fork(string mode, params JsonObject[] branches) => Activity("Fork", "Elsa.Fork", ("joinMode", mode), ("branches", new JsonArray([.. branches])));

    private static JsonObject If(string condition, JsonObject then) => Activity("If", "Elsa.If", ("condition", JavaScript(condition)), ("then", then));

    private static JsonObject Event(string id) => Activity(id, "Elsa.Event", ("eventName", Literal(id)));

    private static JsonObject Case(string label, string condition, JsonObject activity) => new()
    {
        ["label"] = label,
        ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = condition },
        ["activity"] = activity,
    };

    private static JsonObject Connection(string source, string target) => new()
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = "Done" },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    };
}
