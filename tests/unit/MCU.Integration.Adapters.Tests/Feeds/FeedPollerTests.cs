using MCU.Integration.Adapters.Feeds;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Adapters.Tests.Stand;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Adapters.Tests.Feeds;

public sealed class FeedPollerTests
{
    private const string Manifest = """
        {
          "key": "sed", "title": "СЭД",
          "documents": { "event": { "title": "Событие", "direction": "in", "schema": "event", "dedupKey": "/id" } },
          "feeds": {
            "good": { "document": "event", "path": "/good", "items": "/items", "hasMore": "/more", "interval": "1s", "cursor": { "parameter": "cursor", "next": "/next" } },
            "bad": { "document": "event", "path": "/bad", "items": "/items", "interval": "1s", "cursor": { "parameter": "cursor", "next": "/next" } }
          }
        }
        """;

    private readonly MemoryLeadership _leadership = new();

    [Fact]
    public async Task Poller_OneFeedFails_TheOtherGoesOn()
    {
        await using var stand = await AdapterStand.StartAsync(Manifest);
        var intake = new MemoryIntake { Awaited = 3 };
        stand.System.Answer = (request, context) => request.Target.StartsWith("/good", StringComparison.Ordinal)
            ? OutsideSystem.Json(context, 200, """{"items":[{"id":1}],"more":false,"next":"a"}""")
            : OutsideSystem.Json(context, 400, null);
        using var poller = Poller(stand, intake, "node-1");

        await poller.StartAsync(CancellationToken.None);
        await Advance.UntilAsync(stand.Time, intake.Reached.Task);
        await poller.StopAsync(CancellationToken.None);

        intake.Documents.Count.ShouldBeGreaterThanOrEqualTo(3);
        stand.Connections.Health.ShouldContain(entry => !entry.Success && entry.Failure == "status_400");
        stand.Connections.Health.ShouldContain(entry => entry.Success);
        _leadership.OwnerOf("poll:sed:good").ShouldBeNull("a stopping node hands its duties over");
    }

    [Fact]
    public async Task Poller_AnotherNodeHoldsTheFeed_TakesOverOnlyWhenItsLeaseRanOut()
    {
        await using var stand = await AdapterStand.StartAsync(Manifest);
        var intake = new MemoryIntake { Awaited = 1 };
        stand.System.Answer = (_, context) => OutsideSystem.Json(context, 200, """{"items":[{"id":1}],"more":false,"next":"a"}""");
        var start = stand.Time.GetUtcNow();
        await _leadership.AcquireAsync("poll:sed:good", "node-2", new FeedOptions().Lease, start, CancellationToken.None);
        await _leadership.AcquireAsync("poll:sed:bad", "node-2", new FeedOptions().Lease, start, CancellationToken.None);
        using var poller = Poller(stand, intake, "node-1");

        await poller.StartAsync(CancellationToken.None);
        await Advance.UntilAsync(stand.Time, intake.Reached.Task);
        await poller.StopAsync(CancellationToken.None);

        (stand.Time.GetUtcNow() - start).ShouldBeGreaterThanOrEqualTo(new FeedOptions().Lease);
    }

    private FeedPoller Poller(AdapterStand stand, MemoryIntake intake, string node) => new(
        stand.Services.GetRequiredService<AdapterManifests>(),
        new(stand.Client, intake, intake, stand.Time, NullLogger<FeedPoll>.Instance),
        _leadership,
        stand.Services.GetRequiredService<AdapterHealth>(),
        new NodeName(node),
        Options.Create(new FeedOptions()),
        stand.Time,
        NullLogger<FeedPoller>.Instance);
}
