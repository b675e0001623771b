using System.Text.Json;
using MCU.Integration.Adapters.Feeds;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Adapters.Tests.Stand;
using MCU.Integration.Pipeline.Intake;
using Microsoft.Extensions.Logging.Abstractions;

namespace MCU.Integration.Adapters.Tests.Feeds;

public sealed class FeedPollTests
{
    private const string Opaque = """{ "parameter": "cursor", "first": "0", "next": "/next" }""";
    private const string Instant = """{ "parameter": "since", "kind": "instant", "first": "2026-11-23T00:00:00Z", "ofItem": "/at", "overlap": "10m" }""";

    [Fact]
    public async Task Run_SeveralPages_ReadsToTheEndAndKeepsTheWatermark()
    {
        await using var stand = await StartAsync(Opaque);
        var intake = new MemoryIntake();
        stand.System.Script((200, Page("b", true, 1, 2)), (200, Page("c", true, 3)), (200, Page("c", false)));

        var outcome = await PollAsync(stand, intake);

        outcome.ShouldBe(PollOutcome.Read(3));
        intake.Documents.Select(Number).ShouldBe([1, 2, 3]);
        intake.Cursor("sed", "events").ShouldBe("c");
        stand.System.Log.Select(request => request.Target).ShouldBe(["/events?limit=2&cursor=0", "/events?limit=2&cursor=b", "/events?limit=2&cursor=c"]);
    }

    [Fact]
    public async Task Run_AfterAnEarlierPoll_BeginsAtTheWatermark()
    {
        await using var stand = await StartAsync(Opaque);
        var intake = new MemoryIntake();
        await intake.SaveWatermarkAsync(new("sed", "events", "x y", default), CancellationToken.None);
        stand.System.Script((200, Page("x y", false)));

        await PollAsync(stand, intake);

        stand.System.Log.ShouldHaveSingleItem().Target.ShouldBe("/events?limit=2&cursor=x%20y");
    }

    [Fact]
    public async Task Run_BadDocuments_DoNotStopTheFeed()
    {
        await using var stand = await StartAsync(Opaque);
        var intake = new MemoryIntake { Judge = text => Number(text) == 2 ? IntakeResultKind.Malformed : IntakeResultKind.Accepted };
        stand.System.Script((200, Page("b", true, 1, 2)), (200, Page("c", false, 3)));

        var outcome = await PollAsync(stand, intake);

        outcome.Error.ShouldBeNull();
        intake.Cursor("sed", "events").ShouldBe("c");
    }

    [Fact]
    public async Task Run_LastDocumentOfAPageIsARepetition_TheWatermarkMovesAllTheSame()
    {
        await using var stand = await StartAsync(Opaque);
        var intake = new MemoryIntake { Judge = _ => IntakeResultKind.Duplicate };
        stand.System.Script((200, Page("b", false, 1)));

        await PollAsync(stand, intake);

        intake.Cursor("sed", "events").ShouldBe("b");
    }

    [Fact]
    public async Task Run_DocumentsNoLongerKnown_LeavesTheWatermark()
    {
        await using var stand = await StartAsync(Opaque);
        var intake = new MemoryIntake { Judge = _ => IntakeResultKind.UnknownDocumentType };
        stand.System.Script((200, Page("b", false, 1)));

        var outcome = await PollAsync(stand, intake);

        outcome.Error.ShouldBe("not_accepted");
        intake.Cursor("sed", "events").ShouldBeNull();
    }

    [Theory]
    [InlineData(500, "{}", "status_500")]
    [InlineData(200, "<html>", "unexpected_answer")]
    [InlineData(200, """{"items":{}}""", "unexpected_answer")]
    public async Task Run_FailsMidWay_KeepsWhatWasRead(int status, string body, string error)
    {
        await using var stand = await StartAsync(Opaque);
        var intake = new MemoryIntake();
        stand.System.Script((200, Page("b", true, 1)), (status, body));

        var outcome = await PollAsync(stand, intake);

        outcome.ShouldBe(PollOutcome.Failed(1, error));
        intake.Cursor("sed", "events").ShouldBe("b");
    }

    [Fact]
    public async Task Run_CursorStandsStillThoughThereIsMore_IsAFailureNotALoop()
    {
        await using var stand = await StartAsync(Opaque);
        stand.System.Answer = (_, context) => OutsideSystem.Json(context, 200, Page("0", true, 1));

        (await PollAsync(stand, new())).Error.ShouldBe("cursor_stands_still");
    }

    [Fact]
    public async Task Run_Instants_BeginsEarlierByTheOverlapAndNeverGoesBack()
    {
        await using var stand = await StartAsync(Instant, more: "");
        var intake = new MemoryIntake();
        stand.System.Script((200, Events("2026-11-23T10:00:00+03:00", "2026-11-23T09:30:00+03:00")), (200, Events()), (200, Events("2026-11-23T06:55:00Z")), (200, Events()));

        await PollAsync(stand, intake);
        await PollAsync(stand, intake);

        stand.System.Log.Select(request => Uri.UnescapeDataString(request.Target)).ShouldBe([
            "/events?limit=2&since=2026-11-22T23:50:00.0000000+00:00",
            "/events?limit=2&since=2026-11-23T07:00:00.0000000+00:00",
            "/events?limit=2&since=2026-11-23T06:50:00.0000000+00:00",
            "/events?limit=2&since=2026-11-23T06:55:00.0000000+00:00",
        ]);
        intake.Cursor("sed", "events").ShouldBe("2026-11-23T07:00:00.0000000+00:00");
    }

    [Fact]
    public async Task Run_DutyLost_StopsBeforeTheNextPage()
    {
        await using var stand = await StartAsync(Opaque);
        stand.System.Answer = (_, context) => OutsideSystem.Json(context, 200, Page(Guid.NewGuid().ToString(), true, 1));
        var pages = 0;

        await PollAsync(stand, new(), () => Task.FromResult(++pages <= 2));

        stand.System.Log.Count.ShouldBe(2);
    }

    private static Task<PollOutcome> PollAsync(AdapterStand stand, MemoryIntake intake, Func<Task<bool>>? goOn = null)
    {
        var manifest = (AdapterManifest)stand.Adapters.All[0];
        return new FeedPoll(stand.Client, intake, intake, stand.Time, NullLogger<FeedPoll>.Instance)
            .RunAsync(manifest, manifest.Feeds["events"], goOn ?? (() => Task.FromResult(true)), CancellationToken.None);
    }

    private static Task<AdapterStand> StartAsync(string cursor, string more = "\"hasMore\": \"/more\",") => AdapterStand.StartAsync($$"""
        {
          "key": "sed", "title": "СЭД",
          "documents": { "event": { "title": "Событие", "direction": "in", "schema": "event", "dedupKey": "/id" } },
          "feeds": { "events": { "document": "event", "path": "/events?limit=2", "items": "/items", {{more}} "cursor": {{cursor}} } }
        }
        """);

    private static string Page(string next, bool more, params int[] ids) => JsonSerializer.Serialize(new { items = ids.Select(id => new { id }), next, more });

    private static string Events(params string[] instants) => JsonSerializer.Serialize(new { items = instants.Select(at => new { at }) });

    private static int Number(string document) => JsonElement.Parse(document).GetProperty("id").GetInt32();
}
