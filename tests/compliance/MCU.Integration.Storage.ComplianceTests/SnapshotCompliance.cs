using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Storage.ComplianceTests.Support;

namespace MCU.Integration.Storage.ComplianceTests;

/// <summary>Drafts as instances were started on them.</summary>
public abstract class SnapshotCompliance(StorageUnderTest storage) : ComplianceTest(storage)
{
    private static readonly DefinitionSnapshot Draft = new("hash-1", "intake", "intake-1", 1, """{"root":{}}""");

    [Fact]
    public async Task Start_OnADraft_KeepsItsTextAsLongAsAnInstanceUsesIt()
    {
        var (first, second) = (await StartAsync(), await StartAsync());

        (await Hub.Definitions.FindSnapshotAsync("hash-1", None)).ShouldBe(Draft);
        (await Hub.Instances.LoadAsync(first, None)).ShouldNotBeNull().Row.SnapshotHash.ShouldBe("hash-1");
        Time.Advance(TimeSpan.FromDays(1));
        await Hub.Instances.DeleteAsync([first], None);
        (await Hub.Definitions.DeleteUnusedSnapshotsAsync(Now, 10, None)).ShouldBe(0);
        await Hub.Instances.DeleteAsync([second], None);
        (await Hub.Definitions.DeleteUnusedSnapshotsAsync(Now, 10, None)).ShouldBe(1);
        (await Hub.Definitions.FindSnapshotAsync("hash-1", None)).ShouldBeNull();
    }

    [Fact]
    public async Task DeleteUnused_YoungSnapshot_IsLeftAlone()
    {
        await Hub.Instances.DeleteAsync([await StartAsync()], None);

        (await Hub.Definitions.DeleteUnusedSnapshotsAsync(Now, 10, None)).ShouldBe(0);
    }

    private async Task<string> StartAsync()
    {
        var instance = Some.Instance() with { SnapshotHash = Draft.Hash };
        var changes = Some.Changes((Pipeline.Work.WorkLease?)null);
        changes.Instances.Add(Some.Write(instance, 0) with { Snapshot = Draft });
        (await Hub.Commits.CommitAsync([changes], None)).ShouldBe([CommitOutcome.Committed]);
        return instance.Id;
    }
}
