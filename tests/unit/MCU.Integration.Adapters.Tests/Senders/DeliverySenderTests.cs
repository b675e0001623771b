using MCU.Integration.Adapters.Tests.Stand;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Batching;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MCU.Integration.Adapters.Tests.Senders;

public sealed class DeliverySenderTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryConnections _connections = new();
    private readonly ScriptedTransport _transport = new();
    private readonly FixedAdapters _adapters = new() { All = [Adapter("sed"), Adapter("pos")] };
    private readonly MemoryDeliveries _store;
    private readonly PolledWakeUp _wakeUp;
    private readonly DeliveryAttempts _attempts;
    private readonly DeliverySender _sender;

    public DeliverySenderTests()
    {
        _store = new(_time);
        _wakeUp = new(_time);
        _attempts = new(
            _store,
            _transport,
            new PlainSealer(),
            new AttemptJudge(new UuidV7Source(_time), new SeededRandom()),
            new AdapterHealth(_connections, _time, NullLogger<AdapterHealth>.Instance),
            _wakeUp,
            Options.Create(new BatchingOptions()),
            Options.Create(new DeliverySenderOptions()),
            _time,
            NullLogger<DeliveryAttempts>.Instance);
        _sender = new(
            _store,
            _adapters,
            _connections,
            _attempts,
            _wakeUp,
            new NodeName("node-1"),
            Options.Create(new DeliverySenderOptions { MinPause = TimeSpan.Zero }),
            _time,
            NullLogger<DeliverySender>.Instance);
    }

    [Fact]
    public async Task Sender_DueDeliveries_AreSentEachOnceInTheOrderOfTheirLane()
    {
        var rows = Enumerable.Range(0, 30).Select(i => Add("sed", lane: $"case-{i % 3}")).ToList();

        await RunUntilAsync(_store.Until(store => rows.TrueForAll(row => store.StateOf(row) == DeliveryState.Delivered)));

        _transport.Log.Count.ShouldBe(30);
        foreach (var lane in _transport.Log.GroupBy(document => document.Delivery.Lane))
        {
            lane.Select(document => document.Delivery.Id).ShouldBe(rows.Where(row => row.Lane == lane.Key).Select(row => row.Id));
        }

        _wakeUp.Signalled.ShouldContain(WakeUpChannel.Work, "whoever waits for the outcomes is woken");
    }

    [Fact]
    public async Task Sender_OneSystemHangs_TheOtherIsServed()
    {
        var hanging = new TaskCompletionSource<DeliveryOutcome>();
        _transport.Deliver = (document, _) => document.Delivery.Adapter == "sed" ? hanging.Task : Task.FromResult(ScriptedTransport.Done());
        for (var i = 0; i < 20; i++)
        {
            Add("sed", $"case-{i}");
        }

        var rows = Enumerable.Range(0, 20).Select(i => Add("pos", $"case-{i}")).ToList();

        await RunUntilAsync(_store.Until(store => rows.TrueForAll(row => store.StateOf(row) == DeliveryState.Delivered)), stop: false);

        _transport.Log.Count(document => document.Delivery.Adapter == "sed").ShouldBe(4, "so many at once and no more");
        hanging.SetResult(ScriptedTransport.Done());
        await _sender.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Sender_NotDone_TriesAgainWithTheSameKeyUntilItIsDead()
    {
        _transport.Deliver = (_, _) => Task.FromResult(ScriptedTransport.Ended(StepOutcomeKind.NotDone, "no_connection"));
        var row = Add("sed", "case-1");
        var behind = Add("sed", "case-1");

        await RunUntilAsync(_store.Until(store => store.StateOf(row) == DeliveryState.Dead));

        _transport.Log.Select(document => document.Key).Distinct().ShouldBe([row.Id.ToString()]);
        _transport.Log.Count.ShouldBe(3);
        _store.StateOf(behind).ShouldBe(DeliveryState.Waiting, "the dead one holds its lane");
        _store.Results.Count(result => result.Outcome is not null).ShouldBe(1, "Failed fires once");
        _connections.Health.ShouldContain(entry => !entry.Success && entry.Failure == "no_connection");
    }

    [Fact]
    public async Task Sender_UnknownOutcome_IsHandedOnToTheNextAttempt()
    {
        _transport.Deliver = (document, _) => Task.FromResult(document.LastOutcomeUnknown ? ScriptedTransport.Done() : ScriptedTransport.Ended(StepOutcomeKind.Unknown, "timeout"));
        var row = Add("sed", "case-1");

        await RunUntilAsync(_store.Until(store => store.StateOf(row) == DeliveryState.Delivered));

        _transport.Log.Select(document => document.LastOutcomeUnknown).ShouldBe([false, true]);
    }

    [Fact]
    public async Task Sender_BreakerOpen_LeavesTheBacklogAloneThenTriesWithOne()
    {
        var opened = _time.GetUtcNow();
        var tried = 0;
        _transport.Deliver = (_, _) =>
        {
            Interlocked.Increment(ref tried);
            return Task.FromResult(_time.GetUtcNow() - opened < TimeSpan.FromSeconds(10)
                ? ScriptedTransport.Ended(StepOutcomeKind.NotTried, "breaker_open", TimeSpan.FromSeconds(10))
                : ScriptedTransport.Done());
        };
        var rows = Enumerable.Range(0, 50).Select(i => Add("sed", $"case-{i}")).ToList();

        await RunUntilAsync(_store.Until(store => rows.TrueForAll(row => store.StateOf(row) == DeliveryState.Delivered)));

        _store.Results.Count(result => result.NotAttempted).ShouldBeLessThanOrEqualTo(8, "claiming what cannot be sent moves rows to and fro");
        _store.Results.Where(result => result.State == DeliveryState.Delivered).ShouldAllBe(result => result.Attempt.Number == 1);
    }

    [Fact]
    public async Task Sender_LeaseLost_DropsTheResult()
    {
        var row = Add("sed", "case-1");
        _store.LostLeases.Add(row.Id);
        var sent = new TaskCompletionSource();
        _transport.Deliver = (_, _) =>
        {
            sent.TrySetResult();
            return Task.FromResult(ScriptedTransport.Done());
        };

        await RunUntilAsync(sent.Task);

        _store.Results.ShouldBeEmpty();
        _wakeUp.Signalled.ShouldNotContain(WakeUpChannel.Work);
    }

    [Fact]
    public async Task Sender_DeliveryThatTakesAsLongAsItsLease_EndsBeforeAnotherNodeMayTakeIt()
    {
        _transport.Deliver = async (_, cancellation) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return ScriptedTransport.Done();
        };
        var row = Add("sed", "case-1");

        await RunUntilAsync(_store.Until(store => store.Results.Count > 0), stop: false);

        _store.Results[0].Attempt.ShouldSatisfyAllConditions(
            attempt => (attempt.Outcome, attempt.Error).ShouldBe(("unknown", "lease_over")),
            attempt => (attempt.FinishedAt!.Value - attempt.StartedAt).ShouldBeLessThan(new DeliverySenderOptions().Lease));
        _transport.Deliver = (_, _) => Task.FromResult(ScriptedTransport.Done());
        await RunUntilAsync(_store.Until(store => store.StateOf(row) == DeliveryState.Delivered), start: false);
    }

    [Fact]
    public async Task Sender_PausedAdapter_ClaimsNothing()
    {
        await _connections.SaveAsync(new("sed", null, Paused: true, null, default), CancellationToken.None);
        Add("sed", "case-1");
        var other = Add("pos", "case-1");

        await RunUntilAsync(_store.Until(store => store.StateOf(other) == DeliveryState.Delivered));

        _transport.Log.ShouldAllBe(document => document.Delivery.Adapter == "pos");
    }

    [Fact]
    public async Task Stop_WithDeliveriesUnderWay_WaitsForThemAndClaimsNoMore()
    {
        var started = new TaskCompletionSource();
        var release = new TaskCompletionSource<DeliveryOutcome>();
        _transport.Deliver = (_, _) =>
        {
            started.TrySetResult();
            return release.Task;
        };
        var row = Add("sed", "case-1");
        var next = Add("sed", "case-1");
        await RunUntilAsync(started.Task, stop: false);

        var stopping = _sender.StopAsync(CancellationToken.None);
        release.SetResult(ScriptedTransport.Done());
        await stopping;

        _store.StateOf(row).ShouldBe(DeliveryState.Delivered);
        _store.StateOf(next).ShouldBe(DeliveryState.Waiting);
    }

    public async ValueTask DisposeAsync()
    {
        _sender.Dispose();
        await _attempts.DisposeAsync();
    }

    private static AdapterDescription Adapter(string key) => new(
        key,
        key,
        new Dictionary<string, DocumentDescription>(),
        new Dictionary<string, OperationDescription> { ["create"] = new("create", "", "card", "card", EffectOnce.Probe) },
        [],
        LinkPolicy.Default,
        new(4, 3, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(5)));

    private DeliveryRow Add(string adapter, string lane) => _store.Add(Outbound.Row("create", adapter, attempts: 0) with { Lane = lane });

    private async Task RunUntilAsync(Task done, bool start = true, bool stop = true)
    {
        if (start)
        {
            await _sender.StartAsync(CancellationToken.None);
        }

        await Advance.UntilAsync(_time, done);
        if (stop)
        {
            await _sender.StopAsync(CancellationToken.None);
        }
    }
}
