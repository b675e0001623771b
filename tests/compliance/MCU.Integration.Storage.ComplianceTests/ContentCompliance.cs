using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Storage.ComplianceTests.Support;

namespace MCU.Integration.Storage.ComplianceTests;

/// <summary>Content versions, active sets and workflow definitions.</summary>
public abstract class ContentCompliance(StorageUnderTest storage) : ComplianceTest(storage)
{
    [Fact]
    public async Task Publish_Changes_MakeTheNextSetOutOfTheLast()
    {
        (await Hub.Content.ActiveSetIdAsync(None)).ShouldBe(0);
        var generation = await Hub.Content.GenerationAsync(None);

        (await PublishAsync(0, [Map("a", "1"), Map("b", "1")])).ShouldNotBeNull().Id.ShouldBe(1);
        (await PublishAsync(1, [Map("a", "2"), Map("c", "1")], (ContentKind.Map, "b"))).ShouldNotBeNull().Id.ShouldBe(2);

        (await Hub.Content.ActiveSetIdAsync(None)).ShouldBe(2);
        (await Hub.Content.GenerationAsync(None)).ShouldBeGreaterThan(generation);
        (await Hub.Content.LoadAsync(1, None)).Select(item => (item.Key, item.Version, item.Body)).ShouldBe([("a", 1, "body 1"), ("b", 1, "body 1")]);
        (await Hub.Content.LoadAsync(2, None)).Select(item => (item.Key, item.Version, item.Body)).ShouldBe([("a", 2, "body 2"), ("c", 1, "body 1")]);
        (await Hub.Content.SetsAsync(10, None)).Select(set => (set.Id, set.Author, set.Comment)).ShouldBe([(2, "anna", "why"), (1, "anna", "why")]);
        (await Hub.Content.VersionsAsync(ContentKind.Map, "a", None)).Select(item => item.Version).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task Publish_SameHash_KeepsTheVersion()
    {
        await PublishAsync(0, [Map("a", "1")]);

        await PublishAsync(1, [Map("a", "1")]);

        (await Hub.Content.LoadAsync(2, None)).ShouldHaveSingleItem().Version.ShouldBe(1);
    }

    [Fact]
    public async Task Publish_OnTopOfAnOlderSet_IsRefused()
    {
        await PublishAsync(0, [Map("a", "1")]);

        var late = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => PublishAsync(1, [Map("a", $"late {i}")])));

        late.Count(set => set is not null).ShouldBe(1);
        (await PublishAsync(0, [Map("a", "3")])).ShouldBeNull();
        (await Hub.Content.ActiveSetIdAsync(None)).ShouldBe(2);
    }

    [Fact]
    public async Task Definitions_Apply_KeepsOneLatestAndOnePublishedVersion()
    {
        var generation = await Hub.Content.GenerationAsync(None);
        await Hub.Definitions.ApplyAsync(new("intake", [Definition(1, published: true)], [], [Trigger("t1", 1)]), None);
        await Hub.Definitions.ApplyAsync(new("intake", [Definition(2, published: true)], [], [Trigger("t2", 2), Trigger("t3", 2)]), None);
        await Hub.Definitions.ApplyAsync(new("intake", [Definition(3, published: false)], [], null), None);

        var versions = await Hub.Definitions.VersionsAsync("intake", None);
        versions.Select(row => (row.Version, row.IsLatest, row.IsPublished)).ShouldBe([(3, true, false), (2, false, true), (1, false, false)]);
        (await Hub.Definitions.TriggersAsync(None)).Select(trigger => trigger.Id).ShouldBe(["t2", "t3"]);
        (await Hub.Content.GenerationAsync(None)).ShouldBeGreaterThan(generation);
        (await Hub.Definitions.FindVersionAsync("intake-2", None)).ShouldBe(Definition(2, published: true) with { IsLatest = false });

        await Hub.Definitions.ApplyAsync(new("intake", [], ["intake-3"], null), None);
        (await Hub.Definitions.FindVersionAsync("intake-3", None)).ShouldBeNull();
    }

    [Fact]
    public async Task Definitions_List_FiltersSearchesAndCounts()
    {
        await Hub.Definitions.ApplyAsync(new("intake", [Definition(1, published: true)], [], null), None);
        await Hub.Definitions.ApplyAsync(new("intake", [Definition(2, published: false)], [], null), None);
        await Hub.Definitions.ApplyAsync(new("sync", [Definition(1, published: true, "sync") with { Name = "Синхронизация", IsSystem = true, IsUsableAsActivity = true, EditSession = "anna" }], [], null), None);

        (await ListAsync(new())).ShouldBe(3);
        (await ListAsync(new() { Versions = VersionOptions.Latest })).ShouldBe(2);
        (await ListAsync(new() { Versions = VersionOptions.Published, IsSystem = false })).ShouldBe(1);
        (await ListAsync(new() { Versions = new(VersionKind.LatestOrPublished), DefinitionIds = ["intake"] })).ShouldBe(2);
        (await ListAsync(new() { Versions = new(VersionKind.LatestAndPublished) })).ShouldBe(1);
        (await ListAsync(new() { Versions = new(VersionKind.Draft) })).ShouldBe(1);
        (await ListAsync(new() { IsUsableAsActivity = true })).ShouldBe(1);
        (await ListAsync(new() { SearchTerm = "синхр" })).ShouldBe(1);
        (await ListAsync(new() { SearchTerm = "100%" })).ShouldBe(0);
        (await ListAsync(new() { DefinitionIds = ["intake"], Versions = new(VersionKind.Number, 2) })).ShouldBe(1);
        (await Hub.Definitions.ListAsync(new() { OrderBy = "Version", Descending = true }, 0, 1, None)).Items.ShouldHaveSingleItem().Version.ShouldBe(2);
        (await Hub.Definitions.NameExistsAsync("Синхронизация", null, None)).ShouldBeTrue();
        (await Hub.Definitions.NameExistsAsync("Синхронизация", "sync", None)).ShouldBeFalse();
    }

    [Fact]
    public async Task Definitions_ApplyOnWhatIsNoLongerThere_WritesNothing()
    {
        await Hub.Definitions.ApplyAsync(new("intake", [Definition(1, published: false)], [], null) { Seen = [] }, None);
        var seen = await Hub.Definitions.VersionsAsync("intake", None);

        var results = await Task.WhenAll(Enumerable.Range(2, 4).Select(version =>
            Hub.Definitions.ApplyAsync(new("intake", [Definition(version, published: false)], [], [Trigger($"t{version}", version)]) { Seen = seen }, None)));

        results.Count(applied => applied).ShouldBe(1);
        (await Hub.Definitions.VersionsAsync("intake", None)).Count.ShouldBe(2);
        (await Hub.Definitions.TriggersAsync(None)).ShouldHaveSingleItem();
    }

    private static NewContent Map(string key, string hash) => new(ContentKind.Map, key, hash, ContentOrigin.File, $"mappings/{key}.json", "body " + hash);

    private Task<ActiveSetRow?> PublishAsync(long basedOn, NewContent[] changes, params (ContentKind, string)[] removals) =>
        Hub.Content.PublishAsync(basedOn, changes, removals, "anna", "why", Now, None);

    private DefinitionRow Definition(int version, bool published, string id = "intake") => new(
        $"{id}-{version}", id, version, "Приём", "описание", true, published, false, "hash", "file", "anna", "{\"id\":1}", Now, Now);

    private static TriggerRow Trigger(string id, int version) => new(id, "intake", $"intake-{version}", "start", "Event", "hash", null);

    private async Task<long> ListAsync(DefinitionFilter filter)
    {
        var (items, total) = await Hub.Definitions.ListAsync(filter, null, null, None);
        items.Count.ShouldBe((int)total);
        return total;
    }
}
