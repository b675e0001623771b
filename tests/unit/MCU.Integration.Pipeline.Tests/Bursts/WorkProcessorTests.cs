using MCU.Integration.Pipeline.Batching;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Work;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace MCU.Integration.Pipeline.Tests.Bursts;

public sealed class WorkProcessorTests
{
    private readonly FakeTimeProvider _time = new(new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero));
    private readonly IWorkQueue _queue = Substitute.For<IWorkQueue>();

    [Fact]
    public async Task Process_ItemWhoseAttemptsEndedWithTheProcess_IsBuriedWithoutBeingComputedAgain()
    {
        var options = new BurstOptions();
        var item = new NewWorkItem(WorkItemId.From(Guid.CreateVersion7()), WorkKind.DispatchWorkflow, null, _time.GetUtcNow(), _time.GetUtcNow());
        var finished = 0;

        await CreateSut(options).ProcessAsync(
            [new(new(item.Id, 31), item, options.MaxAttempts + 1, _time.GetUtcNow().AddMinutes(1))], () => finished++, CancellationToken.None);

        await _queue.Received(1).FailAsync(
            Arg.Is<IReadOnlyList<WorkFailure>>(failures => failures.Count == 1 && failures[0].RetryAt == null && failures[0].ReasonCode == "attempts_exhausted"),
            _time.GetUtcNow(),
            Arg.Any<CancellationToken>());
        finished.ShouldBe(1);
    }

    // Without a runner: an item that is not computed asks for none.
    private WorkProcessor CreateSut(BurstOptions options) => new(
        _queue,
        Substitute.For<IMessageStore>(),
        Substitute.For<IInstanceStore>(),
        null!,
        new Committer(Substitute.For<ICommitStore>(), Substitute.For<IWakeUp>(), Options.Create(new BatchingOptions())),
        new ComputePlaces(),
        Options.Create(options),
        _time,
        NullLogger<WorkProcessor>.Instance);
}
