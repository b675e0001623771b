using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;
using static MCU.Integration.Workflows.Tests.TestWorkflows;

namespace MCU.Integration.Workflows.Tests.Runtime;

/// <summary>A node dies while a child runs inside its parent's burst; another node goes on with what was stored last.</summary>
public sealed class InlineChildTests
{
    private readonly FlakyActivity.Plan _plan = new();
    private readonly TestWorkflows _workflows = new(registry => registry.Add(() => new FlakyActivity()));
    private readonly Dictionary<string, PreparedWorkflow> _published = [];

    [Fact]
    public async Task ContinueAsync_ChildWasAtWork_GoesOnWithIt()
    {
        var host = await DieInChildAsync(Flaky("F", "Executing"));
        var begun = host.Of("child").ShouldHaveSingleItem();

        var result = await ContinueAsync(host);

        begun.SubStatus.ShouldBe(WorkflowSubStatus.Executing);
        var child = host.Of("child").ShouldHaveSingleItem();
        (child.InstanceId, child.SubStatus).ShouldBe((begun.InstanceId, WorkflowSubStatus.Finished));
        result.State.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        Written(result, "E", "WorkflowInstanceId").ShouldBe(begun.InstanceId);
    }

    [Fact]
    public async Task ContinueAsync_ChildWasOver_IsNotStartedAgain()
    {
        Publish("child", Sequence(Flaky("F")), "WorkflowExecuted");
        var host = await DieAfterCommitAsync();
        host.Of("child").ShouldHaveSingleItem().SubStatus.ShouldBe(WorkflowSubStatus.Finished);

        var result = await ContinueAsync(host);

        host.Of("child").ShouldHaveSingleItem();
        result.State.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        result.Children.ShouldBeEmpty("it is stored already");
    }

    [Fact]
    public async Task ContinueAsync_ChildWaits_IsAwaitedAndResumesItsParent()
    {
        Publish("child", Sequence(Flaky("F", waits: true)), "WorkflowExecuted");
        var host = await DieAfterCommitAsync();

        var result = await ContinueAsync(host);

        var child = host.Of("child").ShouldHaveSingleItem();
        result.State.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        host.Store(await _workflows.Runtime.ResumeAsync(
            _published["child"], child, new ResumeRequest(child.Bookmarks.Single().Id, null), host, CancellationToken.None));
        var awaited = result.State.Bookmarks.ShouldHaveSingleItem();
        host.Stimuli.ShouldHaveSingleItem().Hash.ShouldBe(awaited.Hash);
    }

    [Fact]
    public async Task ContinueAsync_GrandchildWasAtWork_GoesOnWithBoth()
    {
        Publish("grandchild", Sequence(Flaky("F", "Executing")));
        Publish("child", Sequence(Execute("E2", "grandchild")));
        var host = await DieAfterCommitAsync();

        var result = await ContinueAsync(host);

        host.Of("child").ShouldHaveSingleItem().SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        host.Of("grandchild").ShouldHaveSingleItem().SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        result.State.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task ContinueAsync_NothingOfTheChildWasStored_RunsIt()
    {
        Publish("child", Sequence(Flaky("F")));
        var host = await DieAfterCommitAsync("Executing");
        host.Of("child").ShouldBeEmpty();

        await ContinueAsync(host);

        host.Of("child").ShouldHaveSingleItem().SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task CancelAsync_ChildWasAtWork_EndsBoth()
    {
        var host = await DieInChildAsync(Flaky("F", "Executing"));

        host.Store(await _workflows.Runtime.CancelAsync(_published["parent"], host.Load("i1"), host, CancellationToken.None));

        host.Load("i1").SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        host.Of("child").ShouldHaveSingleItem().SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
    }

    private Task<StoringHost> DieInChildAsync(JsonObject activity)
    {
        Publish("child", Sequence(activity));
        return DieAfterCommitAsync();
    }

    /// <summary>Runs the parent up to the first commit, behind which the burst is lost.</summary>
    private async Task<StoringHost> DieAfterCommitAsync(string? strategy = null)
    {
        Publish("parent", Sequence(Execute("E", "child", strategy)));
        var host = new StoringHost(_plan, _published);
        _workflows.Host = new DyingHost(host);
        await Should.ThrowAsync<DatabaseAwayException>(() => _workflows.StartAsync(_published["parent"]));
        return host;
    }

    private async Task<BurstResult> ContinueAsync(StoringHost host)
    {
        host.Load("i1").SubStatus.ShouldBe(WorkflowSubStatus.Executing);
        var result = await _workflows.Runtime.ContinueAsync(_published["parent"], host.Load("i1"), host, CancellationToken.None);
        host.Store(result);
        return result;
    }

    private void Publish(string id, JsonObject root, string? strategy = null)
    {
        var definition = Definition(root);
        definition["id"] = $"{id}:1";
        definition["definitionId"] = id;
        definition["options"] = new JsonObject { ["commitStrategyName"] = strategy };
        _published[id] = _workflows.Prepare(definition);
    }

    private static string? Written(BurstResult result, string activityId, string name) =>
        result.Executions.Single(execution => execution.ActivityId == activityId).Outputs["Result"]![name]!.GetValue<string>();

    private static JsonObject Execute(string id, string definitionId, string? strategy = null) => WithStrategy(
        Activity(id, "Elsa.ExecuteWorkflow", ("workflowDefinitionId", Literal(definitionId)), ("waitForCompletion", Literal(true))), strategy);

    private static JsonObject Flaky(string id, string? strategy = null, bool waits = false) =>
        WithStrategy(Activity(id, "Test.FlakyActivity", ("waits", Literal(waits))), strategy);

    private static JsonObject WithStrategy(JsonObject activity, string? strategy)
    {
        activity["customProperties"] = new JsonObject { ["commitStrategyName"] = strategy };
        return activity;
    }

    /// <summary>Dies behind its first commit.</summary>
    private sealed class DyingHost(StoringHost inner) : IBurstHost
    {
        public bool CanCommit => true;

        public T? Get<T>()
            where T : class => inner.Get<T>();

        public async ValueTask CommitAsync(BurstResult soFar, CancellationToken cancellationToken)
        {
            await inner.CommitAsync(soFar, cancellationToken);
            throw new DatabaseAwayException();
        }
    }
}
