using MCU.Integration.Pipeline.Changes;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Storage.Changes;
using MCU.Integration.Storage.ComplianceTests.Support;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.ComplianceTests;

/// <summary>The feed of changes: ordered by commits, whatever the number of writers.</summary>
public abstract class ChangeCompliance(StorageUnderTest storage) : ComplianceTest(storage)
{
    [Fact]
    public async Task Read_CommittedCases_AreGivenOnceEachByTheirLastChange()
    {
        var (first, second) = (Some.NewCase(Some.Submission()), Some.NewCase(Some.Submission()));
        await CommitAsync(first);
        await CommitAsync(second);
        var seen = await ReadAsync(0);
        seen.Select(change => change.Subject).ShouldBe([first.Case.Id.ToString(), second.Case.Id.ToString()]);

        Time.Advance(TimeSpan.FromMinutes(1));
        await CommitAsync(Some.Route(first.Case));

        var change = (await ReadAsync(seen[^1].Sequence)).ShouldHaveSingleItem();
        (change.Subject, change.ChangedAt).ShouldBe((first.Case.Id.ToString(), Now));
        (await ReadAsync(0)).Select(entry => entry.Subject).ShouldBe([second.Case.Id.ToString(), first.Case.Id.ToString()]);
        (await Hub.Get<IChangeFeed>().ReadAsync(ChangeTopic.Case, 0, 1, None)).ShouldHaveSingleItem().Subject.ShouldBe(second.Case.Id.ToString());
        (await ReadAsync(change.Sequence)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Place_ByThePlan_FindsWhatASubjectHadByItsIndex() =>
        (await PlanAsync(FeedSql.DeletePlaced.Sqlite, new { p0 = "case", p1 = "subject" })).ShouldContain("feed_subject");

    [Fact]
    public async Task Read_RefusedChangeSet_LeavesNoChange()
    {
        var opened = Some.NewCase(Some.Submission());
        await CommitAsync(opened);
        var stale = Some.Changes();
        stale.Cases.Add(Some.Route(opened.Case) with { ExpectedVersion = 7 });

        (await Hub.Commits.CommitAsync([stale], None)).ShouldBe([CommitOutcome.Conflict]);

        (await ReadAsync(0)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Read_WriterThatCommitsLate_IsGivenBehindTheCursor()
    {
        Assert.SkipUnless(Storage.ManyNodes, "One writer at a time: nobody commits late.");
        var (written, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var late = SecondHub().Get<HubDatabase>().WriteAsync(
            async session =>
            {
                session.Write(FeedSql.Append, [FeedSql.Row(ChangeTopic.Case, "late", Now)]);
                await session.FlushAsync(None);
                written.SetResult();
                await goOn.Task;
            },
            None);
        await written.Task;
        await AppendAsync(Hub, "early");

        var seen = (await ReadAsync(0)).ShouldHaveSingleItem();
        seen.Subject.ShouldBe("early");
        goOn.SetResult();
        await late;

        (await ReadAsync(seen.Sequence)).ShouldHaveSingleItem().Subject.ShouldBe("late");
    }

    [Fact]
    public async Task Read_TwoWritersAndTwoReaders_MissNothing()
    {
        var other = Storage.ManyNodes ? SecondHub() : Hub;
        var expected = Enumerable.Range(0, 100).SelectMany(i => (string[])[$"a{i}", $"b{i}"]).ToHashSet();

        var writers = Task.WhenAll(WriteAllAsync(Hub, "a"), WriteAllAsync(other, "b"));
        var copies = await Task.WhenAll(FollowAsync(Hub, expected.Count, writers), FollowAsync(other, expected.Count, writers));

        copies.ShouldAllBe(copy => expected.SetEquals(copy));
    }

    private static async Task<List<string>> FollowAsync(StorageNode hub, int count, Task writers)
    {
        var (seen, after, last) = (new List<string>(), 0L, false);
        while (seen.Count < count && !last)
        {
            last = writers.IsCompleted;
            foreach (var change in await hub.Get<IChangeFeed>().ReadAsync(ChangeTopic.Case, after, 1_000, None))
            {
                change.Sequence.ShouldBeGreaterThan(after);
                after = change.Sequence;
                seen.Add(change.Subject);
            }
        }

        await writers;
        return seen;
    }

    private async Task WriteAllAsync(StorageNode hub, string prefix)
    {
        for (var i = 0; i < 100; i++)
        {
            await AppendAsync(hub, $"{prefix}{i}");
        }
    }

    private Task AppendAsync(StorageNode hub, string subject) => hub.Get<HubDatabase>().WriteAsync(
        session =>
        {
            session.Write(FeedSql.Append, [FeedSql.Row(ChangeTopic.Case, subject, Now)]);
            return Task.CompletedTask;
        },
        None);

    private Task<IReadOnlyList<ChangeEntry>> ReadAsync(long after) => Hub.Get<IChangeFeed>().ReadAsync(ChangeTopic.Case, after, 100, None);

    private async Task CommitAsync(CaseWrite write)
    {
        var changes = Some.Changes();
        changes.Cases.Add(write);
        (await Hub.Commits.CommitAsync([changes], None)).ShouldBe([CommitOutcome.Committed]);
    }
}
