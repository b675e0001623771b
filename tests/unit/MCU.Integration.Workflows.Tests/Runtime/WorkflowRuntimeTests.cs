using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;
using static MCU.Integration.Workflows.Tests.TestWorkflows;

namespace MCU.Integration.Workflows.Tests.Runtime;

public sealed class WorkflowRuntimeTests
{
    private readonly FlakyActivity.Plan _plan = new();
    private readonly TestWorkflows _workflows = new(registry => registry.Add<FlakyActivity>().Add<LateActivity>());
    private readonly TestHost _host;

    public WorkflowRuntimeTests() => _workflows.Host = _host = new TestHost(_plan);

    [Fact]
    public async Task StartAsync_ActivityThrows_BecomesAnIncident()
    {
        _plan.Runs.Enqueue(new InvalidOperationException("broken"));
        var workflow = _workflows.Prepare(Definition(Sequence(Line("A"), Flaky("F"), Line("B"))));

        var result = await _workflows.StartAsync(workflow);

        result.State.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        result.State.Incidents.Single().ShouldSatisfyAllConditions(
            incident => incident.ActivityId.ShouldBe("F"), incident => incident.Message.ShouldBe("broken"));
        result.Executions.Single(execution => execution.ActivityId == "F").Status.ShouldBe(ActivityStatus.Faulted);
        result.Executions.Single(execution => execution.ActivityId == "Seq").AggregateFaultCount.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task StartAsync_InfrastructureFault_LeavesUntouched(bool isWrapped)
    {
        Exception fault = new DatabaseAwayException();
        _plan.Runs.Enqueue(isWrapped ? new InvalidOperationException("wrapped", fault) : fault);
        var workflow = _workflows.Prepare(Definition(Sequence(Flaky("F"))));

        var thrown = await Should.ThrowAsync<Exception>(() => _workflows.StartAsync(workflow));

        (isWrapped ? thrown.InnerException : thrown).ShouldBeSameAs(fault);
    }

    [Fact]
    public async Task RetryFaultedAsync_CauseRemoved_RepeatsOnlyTheFaultedActivity()
    {
        _plan.Runs.Enqueue(new InvalidOperationException("broken"));
        var workflow = _workflows.Prepare(Definition(Sequence(Line("A"), Flaky("F"), Line("B"))));
        var faulted = await _workflows.StartAsync(workflow);
        _workflows.Journal.Clear();

        var result = await _workflows.RetryAsync(workflow, faulted);

        result.State.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        result.State.Incidents.ShouldBeEmpty();
        result.State.FinishedAt.ShouldNotBeNull();
        _workflows.Journal.ShouldBe(
            ["Started:F", "Completed:F", "Started:B", "Completed:B", "Completed:Seq", "Completed:Workflow1"]);
    }

    [Fact]
    public async Task RetryFaultedAsync_ResumptionFailed_ResumesAgainWithTheSameInput()
    {
        _plan.Resumptions.Enqueue(new InvalidOperationException("broken"));
        var workflow = _workflows.Prepare(Definition(Sequence(Flaky("F", waits: true), Line("B"))));
        var suspended = await _workflows.StartAsync(workflow);
        var faulted = await _workflows.ResumeAsync(workflow, suspended, "F", new JsonObject { ["n"] = 7 });

        var result = await _workflows.RetryAsync(workflow, faulted);

        faulted.State.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        result.State.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        _plan.Resumed.Select(input => input!["n"]!.GetValue<int>()).ShouldBe([7, 7]);
    }

    [Fact]
    public async Task StartAsync_FaultBesideAWaitingBranch_TakesBookmarksAwayUntilTheRetry()
    {
        var workflow = _workflows.Prepare(Definition(Fork(Flaky("W", waits: true), Flaky("F"))));
        _plan.Runs.Enqueue(null);
        _plan.Runs.Enqueue(new InvalidOperationException("broken"));

        var faulted = await _workflows.StartAsync(workflow);
        var retried = await _workflows.RetryAsync(workflow, faulted);

        faulted.Created.ShouldBeEmpty("a message for a faulted instance must not vanish in it");
        retried.State.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        retried.Created.Single().ActivityId.ShouldBe("W");
    }

    [Fact]
    public async Task RetryFaultedAsync_NothingIsFaulted_DoesNothing()
    {
        var workflow = _workflows.Prepare(Definition(Sequence(Flaky("F", waits: true))));
        var suspended = await _workflows.StartAsync(workflow);

        (await _workflows.RetryAsync(workflow, suspended)).HasRun.ShouldBeFalse();
    }

    [Fact]
    public async Task ResumeAsync_BookmarkIsGone_DoesNothing()
    {
        var workflow = _workflows.Prepare(Definition(Sequence(Flaky("F", waits: true), Flaky("G", waits: true))));
        var first = await _workflows.StartAsync(workflow);
        var bookmark = first.State.Bookmarks.Single();
        var second = await _workflows.ResumeAsync(workflow, first, "F");

        var again = await _workflows.Runtime.ResumeAsync(workflow, Reload(second), new ResumeRequest(bookmark.Id), _host, CancellationToken.None);

        second.RemovedBookmarkIds.ShouldBe([bookmark.Id]);
        second.Created.Single().ActivityId.ShouldBe("G");
        again.HasRun.ShouldBeFalse();
    }

    [Fact]
    public async Task CancelAsync_WhileSuspended_RemovesBookmarksAndMarksRuns()
    {
        var workflow = _workflows.Prepare(Definition(Sequence(Flaky("F", waits: true))));
        var suspended = await _workflows.StartAsync(workflow);

        var result = await _workflows.Runtime.CancelAsync(workflow, Reload(suspended), _workflows.Host, CancellationToken.None);

        result.State.SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        result.RemovedBookmarkIds.ShouldBe(suspended.State.Bookmarks.Select(bookmark => bookmark.Id));
        result.Executions.ShouldAllBe(execution => execution.Status == ActivityStatus.Canceled);
        result.Journal.ShouldBeEmpty("Elsa 3.8 writes nothing either");
        (await _workflows.Runtime.CancelAsync(workflow, Reload(result), _workflows.Host, CancellationToken.None)).HasRun.ShouldBeFalse();
    }

    [Fact]
    public async Task StartAsync_LoopWithoutEnd_BecomesAnIncident()
    {
        var workflows = new TestWorkflows(options: new WorkflowRuntimeOptions { MaxActivitiesPerBurst = 500 });
        var workflow = workflows.Prepare(Definition(Activity("W", "Elsa.While", ("condition", Literal("true")), ("body", Line("B")))));

        var result = await workflows.StartAsync(workflow);

        result.State.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        result.State.Incidents.Single().Message.ShouldContain("500 activities");
    }

    [Fact]
    public async Task ResumeAsync_VariableWithoutStorage_HasItsDefaultAgain()
    {
        var workflow = _workflows.Prepare(Definition(
            Sequence(Set("Kept"), Set("Lost"), Flaky("F", waits: true), Output("kept", "getKept()"), Output("lost", "getLost()")),
            Variable("Kept", "String", "default"),
            Variable("Lost", "String", "default", isStored: false)));
        var suspended = await _workflows.StartAsync(workflow);

        var result = await _workflows.ResumeAsync(workflow, suspended, "F");

        result.State.Output["kept"]!.GetValue<string>().ShouldBe("set");
        result.State.Output["lost"]!.GetValue<string>().ShouldBe("default");
    }

    [Fact]
    public async Task StartAsync_CorrelatedDuringTheBurst_ShowsOnTheBookmark()
    {
        var correlate = Activity("C", "Elsa.Correlate", ("correlationId", Literal("case-5")));
        var workflow = _workflows.Prepare(Definition(Sequence(Flaky("F", waits: true), correlate)));
        var workflowCorrelatedFirst = _workflows.Prepare(Definition(Fork(Flaky("F", waits: true), correlate.DeepClone().AsObject())));

        (await _workflows.StartAsync(workflow)).Created.Single().CorrelationId.ShouldBeNull();
        (await _workflows.StartAsync(workflowCorrelatedFirst)).Created.Single().CorrelationId.ShouldBe("case-5");
    }

    [Fact]
    public async Task ContinueAsync_AfterACommitInTheMiddle_RepeatsWhatWasAtWork()
    {
        var definition = Definition(Sequence(Line("A"), Flaky("F"), Line("B")));
        definition["root"]!["activities"]![1]!["customProperties"] = new JsonObject { ["commitStrategyName"] = "Executing" };
        var workflow = _workflows.Prepare(definition);
        _plan.Runs.Enqueue(new DatabaseAwayException());
        await Should.ThrowAsync<DatabaseAwayException>(() => _workflows.StartAsync(workflow));
        var (state, committed) = _host.Commits.Single();

        var result = await _workflows.Runtime.ContinueAsync(workflow, new WorkflowStateSerializer().Deserialize(state), _host, CancellationToken.None);

        committed.Journal.Select(entry => entry.ActivityId).ShouldBe(["Workflow1", "Seq", "A", "A", "F"]);
        result.State.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        result.Journal.Select(entry => entry.ActivityId).Distinct().ShouldBe(["F", "B", "Seq", "Workflow1"]);
        _host.Commits[1].Result.Journal[0].Sequence.ShouldBe(committed.Journal[^1].Sequence + 1);
    }

    [Fact]
    public async Task StartAsync_HostCannotCommit_LosesNothingOfTheResult()
    {
        var definition = Definition(Sequence(Line("A"), Flaky("F", waits: true)));
        definition["options"] = new JsonObject { ["commitStrategyName"] = "ActivityExecuted" };
        _workflows.Host = new TestHost(_plan) { CanCommit = false };

        var result = await _workflows.StartAsync(_workflows.Prepare(definition));

        result.Journal.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(0, 6).Select(number => (long)number));
        result.Created.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task StartAsync_ExcludedByLogPersistence_IsNotRecorded()
    {
        var definition = Definition(Sequence(Line("A"), Line("B")));
        definition["root"]!["activities"]![0]!["customProperties"] = JsonNode.Parse(
            """{"logPersistenceConfig":{"inputs":{"text":{"evaluationMode":"Strategy","strategyType":"Elsa.Workflows.LogPersistence.Strategies.Exclude, Elsa.Workflows.Core"}}}}""");

        var result = await _workflows.StartAsync(_workflows.Prepare(definition));

        result.Executions.Single(execution => execution.ActivityId == "A").ActivityState.ShouldBeEmpty();
        result.Executions.Single(execution => execution.ActivityId == "B").ActivityState["Text"]!.GetValue<string>().ShouldBe("B");
    }

    [Theory]
    [InlineData("JavaScript", "getVariable('Secret') ? 'Exclude' : 'Include'", false)]
    [InlineData("JavaScript", "'Inherit'", true)]
    [InlineData("JavaScript", "false", false)]
    [InlineData("JavaScript", "nope()", false)]
    [InlineData("Literal", "Include", true)]
    public async Task StartAsync_LogPersistenceByExpression_DecidesWhenTheActivityIsRecorded(string type, string expression, bool isShown)
    {
        var definition = Definition(Sequence(Line("A")), Variable("Secret", "Boolean", "true"));
        definition["root"]!["activities"]![0]!["customProperties"] = new JsonObject
        {
            ["logPersistenceConfig"] = new JsonObject
            {
                ["default"] = new JsonObject { ["evaluationMode"] = "Expression", ["expression"] = new JsonObject { ["type"] = type, ["value"] = expression } },
            },
        };

        var result = await _workflows.StartAsync(_workflows.Prepare(definition));

        result.Executions.Single(execution => execution.ActivityId == "A").ActivityState.ContainsKey("Text").ShouldBe(isShown);
    }

    [Fact]
    public async Task StartAsync_CommitStrategyPeriodic_CommitsOnceTheIntervalIsOver()
    {
        var definition = Definition(Sequence(Line("A"), Line("B"), Activity("Late", "Test.LateActivity"), Line("C")));
        definition["options"] = new JsonObject { ["commitStrategyName"] = "Periodic" };

        await _workflows.StartAsync(_workflows.Prepare(definition));

        _host.Commits.Single().Result.Journal[^1].ActivityId.ShouldBe("Late");
    }

    [Fact]
    public async Task StartAsync_LongLoop_StaysLinear()
    {
        var workflow = _workflows.Prepare(Definition(
            Activity("Each", "Elsa.ForEach", ("items", JavaScript("Array.from({ length: 5000 }, (_, i) => i)")), ("body", Line("B")))));

        var result = await _workflows.StartAsync(workflow);

        result.State.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        result.Executions.Count.ShouldBe(5_002);
    }

    [Fact]
    public async Task StartAsync_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var workflow = _workflows.Prepare(Definition(Sequence(Line("A"))));

        await Should.ThrowAsync<OperationCanceledException>(async () =>
            await _workflows.Runtime.StartAsync(workflow, new StartRequest { InstanceId = "i" }, _host, source.Token));
    }

    [Fact]
    public async Task StartAsync_Finished_KeepsOnlyTheWorkflowsVariables()
    {
        var workflow = _workflows.Prepare(Definition(Sequence(Set("X")), Variable("X", "String", null)));

        var result = await _workflows.StartAsync(workflow, new StartRequest { InstanceId = "i", Input = new JsonObject { ["secret"] = "личное" } });

        result.State.Activities.Single().NodeId.ShouldBe("Workflow1");
        VariableOf(result, "X")!.GetValue<string>().ShouldBe("set");
        result.State.Input.ShouldBeEmpty();
    }

    private static JsonObject Line(string id) => Activity(id, "Elsa.WriteLine", ("text", Literal(id)));

    private static JsonObject Flaky(string id, bool waits = false) => Activity(id, "Test.FlakyActivity", ("waits", Literal(waits)));

    private static JsonObject Fork(params JsonObject[] branches) =>
        Activity("Fk", "Elsa.Fork", ("joinMode", "WaitAll"), ("branches", new JsonArray([.. branches])));

    private static JsonObject Set(string variable) =>
        Activity($"Set{variable}", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = $"v{variable}" }), ("value", Literal("set")));

    private static JsonObject Output(string name, string script) =>
        Activity($"Out{name}", "Elsa.SetOutput", ("outputName", Literal(name)), ("outputValue", JavaScript(script)));
}
