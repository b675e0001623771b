using MCU.Integration.Pipeline.Batching;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Tests.Batching;

public sealed class GroupWriterTests
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<IReadOnlyList<string>> _batches = [];

    [Fact]
    public async Task Write_OneEntryOfABatchIsRefused_FailsOnlyItsCaller()
    {
        await using var sut = CreateSut(_ => new InvalidDataException());
        var (good, bad, other) = await WriteThreeTogetherAsync(sut);

        await Should.ThrowAsync<InvalidDataException>(bad);
        (await good).ShouldBe(4);
        (await other).ShouldBe(5);
        _batches[1].Count.ShouldBe(3, "they were one batch at first");
    }

    [Fact]
    public async Task Write_FaultOfTheInfrastructure_ReachesEveryCallerWithoutAsking()
    {
        await using var sut = CreateSut(_ => new DatabaseAwayException());
        var (good, bad, other) = await WriteThreeTogetherAsync(sut);

        foreach (var caller in new[] { good, bad, other })
        {
            await Should.ThrowAsync<DatabaseAwayException>(caller);
        }

        _batches.Count.ShouldBe(2);
    }

    private async Task<(Task<int> Good, Task<int> Bad, Task<int> Other)> WriteThreeTogetherAsync(GroupWriter<string, int> sut)
    {
        // The first batch is held at the gate while the others gather.
        var first = sut.WriteAsync("first", CancellationToken.None);
        await _begun.Task;
        var gathered = (sut.WriteAsync("good", CancellationToken.None), sut.WriteAsync("bad", CancellationToken.None), sut.WriteAsync("other", CancellationToken.None));
        _gate.SetResult();
        await first;
        return gathered;
    }

    private GroupWriter<string, int> CreateSut(Func<string, Exception> refuse) => new(
        async (entries, _) =>
        {
            if (entries.Contains("first"))
            {
                _begun.SetResult();
                await _gate.Task;
            }

            _batches.Add(entries);
            return entries.Contains("bad") ? throw refuse("bad") : [.. entries.Select(entry => entry.Length)];
        },
        writers: 1,
        new() { MaxBatch = 10, Capacity = 10 });

    private sealed class DatabaseAwayException : Exception, IInfrastructureFault;
}
