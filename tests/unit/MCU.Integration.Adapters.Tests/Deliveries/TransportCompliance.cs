using System.Text.Json;
using MCU.Integration.Adapters.Tests.Stand;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Deliveries;

namespace MCU.Integration.Adapters.Tests.Deliveries;

/// <summary>What every transport promises the sender, judged by the outside system's own log.</summary>
public abstract class TransportCompliance
{
    /// <summary>Operation <c>create</c>: steps card and file (repeated), safe by probe; <c>note</c>: by natural key; <c>close</c>: by header; <c>stamp</c>: by nothing.</summary>
    protected const string Manifest = """
        {
          "key": "sed", "title": "СЭД", "auth": { "kind": "basic" },
          "documents": { "card": { "title": "Карточка", "direction": "out", "schema": "sed.card" } },
          "operations": {
            "create": {
              "title": "Завести", "document": "card", "record": "card", "effectOnce": "probe",
              "probe": { "path": "/cards?ref={/ref}", "found": "/items/0", "result": { "id": "/items/0/id" } },
              "steps": [
                { "name": "card", "path": "/cards", "omit": ["/files", "/ref"], "result": { "id": "/id" } },
                { "name": "file", "forEach": "/files", "path": "/cards/{step.card.id}/files", "effectOnce": "header", "body": "/meta", "result": { "id": "/id" } },
                { "name": "close", "method": "PUT", "path": "/cards/{step.card.id}", "effectOnce": "header", "body": null, "result": { "revision": "/revision" } }
              ]
            },
            "note": {
              "title": "Дописать", "document": "card", "record": "card", "recordId": "{/card}", "effectOnce": "naturalKey",
              "steps": [{ "name": "note", "path": "/notes", "result": { "revision": "/revision" }, "alreadyDone": { "where": { "/code": "exists" }, "result": { "revision": "/revision" } } }]
            },
            "close": {
              "title": "Закрыть", "document": "card", "record": "card", "recordId": "{/card}", "effectOnce": "header",
              "steps": [{ "name": "close", "path": "/cards/{/card}/close", "notDone": [503] }]
            },
            "stamp": { "title": "Штамп", "document": "card", "record": "card", "recordId": "{/card}", "effectOnce": "none", "steps": [{ "name": "stamp", "path": "/stamps" }] }
          },
          "delivery": { "attemptTimeout": "5s" }
        }
        """;

    private const string Card = """{ "ref": "pos:1", "text": "Яма", "files": [{ "meta": { "n": 1 } }, { "meta": { "n": 2 } }] }""";
    private const string Note = """{ "card": "c-1" }""";

    private static readonly string[] WholeRun = ["POST /cards", "POST /cards/c-1/files", "POST /cards/c-1/files", "PUT /cards/c-1"];

    private static CancellationToken None => CancellationToken.None;

    /// <summary>The transport under test, with the manifest above.</summary>
    protected abstract Task<AdapterStand> StartAsync(params (string Key, string? Value)[] settings);

    [Fact]
    public async Task Deliver_AllGoesWell_RunsTheStepsInOrderAndNamesTheRecord()
    {
        await using var stand = await StartAsync();
        stand.System.Script((201, """{"id":"c-1"}"""), (201, """{"id":"f-1"}"""), (201, """{"id":"f-2"}"""), (200, """{"revision":7}"""));
        var steps = new StepLog();

        var outcome = await stand.Transport.DeliverAsync(Outbound.Document("create", Card), steps.RecordAsync, None);

        outcome.Last.Kind.ShouldBe(StepOutcomeKind.Done);
        (outcome.ExternalId, outcome.Revision, outcome.Step).ShouldBe(("c-1", "7", "close"));
        steps.Steps.Select(step => (step.Name, step.Result)).ShouldBe([("card", """{"id":"c-1"}"""), ("file[0]", """{"id":"f-1"}"""), ("file[1]", """{"id":"f-2"}""")]);
        stand.System.Log.Select(request => request.ToString()).ShouldBe(WholeRun);
        JsonDocument.Parse(stand.System.Log[0].Body).RootElement.EnumerateObject().Select(property => property.Name).ShouldBe(["text"]);
        stand.System.Log[1].Body.ShouldBe("""{ "n": 1 }""");
    }

    [Fact]
    public async Task Deliver_EveryStep_CarriesItsOwnKeyThatIsTheSameOnARetry()
    {
        await using var stand = await StartAsync();
        stand.System.Script((200, null), (200, null));
        var document = Outbound.Document("close", Note);

        await stand.Transport.DeliverAsync(document, new StepLog().RecordAsync, None);
        await stand.Transport.DeliverAsync(document, new StepLog().RecordAsync, None);

        stand.System.Log.Select(request => request.Headers["Idempotency-Key"]).ShouldBe([$"\"{document.Key}:close\"", $"\"{document.Key}:close\""]);
        stand.System.Log.ShouldAllBe(request => request.Headers["traceparent"].StartsWith("00-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deliver_SomeStepsDone_GoesOnAfterTheLastGoodOne()
    {
        await using var stand = await StartAsync();
        stand.System.Script((201, """{"id":"f-2"}"""), (200, """{"revision":7}"""));
        var done = new[] { new StepRecord("card", """{"id":"c-1"}""", default), new StepRecord("file[0]", """{"id":"f-1"}""", default) };

        var outcome = await stand.Transport.DeliverAsync(Outbound.Document("create", Card, done: done), new StepLog().RecordAsync, None);

        outcome.Last.Kind.ShouldBe(StepOutcomeKind.Done);
        outcome.ExternalId.ShouldBe("c-1");
        stand.System.Log.Select(request => request.ToString()).ShouldBe(WholeRun[2..]);
    }

    [Fact]
    public async Task Deliver_LeaseLostMidWay_StopsAtOnce()
    {
        await using var stand = await StartAsync();
        stand.System.Script((201, """{"id":"c-1"}"""), (201, """{"id":"f-1"}"""), (201, """{"id":"f-2"}"""), (200, """{"revision":7}"""));

        await stand.Transport.DeliverAsync(Outbound.Document("create", Card), new StepLog { LeaseLostAfter = 2 }.RecordAsync, None);

        stand.System.Log.Select(request => request.ToString()).ShouldBe(WholeRun[..2]);
    }

    [Fact]
    public async Task Deliver_NoAnswerInTime_IsUnknown_AndTheNextAttemptAsksBeforeItSends()
    {
        await using var stand = await StartAsync();
        var release = new TaskCompletionSource();
        stand.System.Answer = async (_, _) =>
        {
            stand.Time.Advance(TimeSpan.FromSeconds(6));
            await release.Task;
        };

        var first = await stand.Transport.DeliverAsync(Outbound.Document("create", """{ "ref": "pos:1" }"""), new StepLog().RecordAsync, None);
        release.SetResult();
        stand.System.Script((200, """{"items":[{"id":"c-9"}]}"""), (200, """{"revision":1}"""));
        var second = await stand.Transport.DeliverAsync(Outbound.Document("create", """{ "ref": "pos:1" }""", lastOutcomeUnknown: true), new StepLog().RecordAsync, None);

        (first.Last.Kind, first.Last.Error, first.NeedsDecision).ShouldBe((StepOutcomeKind.Unknown, "timeout", false));
        (second.Last.Kind, second.ExternalId).ShouldBe((StepOutcomeKind.Done, "c-9"));
        stand.System.Log.Select(request => request.ToString()).ShouldBe(["POST /cards", "GET /cards?ref=pos%3A1", "PUT /cards/c-9"]);
    }

    [Fact]
    public async Task Deliver_ProbeFindsNothing_Sends()
    {
        await using var stand = await StartAsync();
        stand.System.Script((200, """{"items":[]}"""), (201, """{"id":"c-1"}"""), (200, """{"revision":1}"""));

        var outcome = await stand.Transport.DeliverAsync(Outbound.Document("create", """{ "ref": "pos:1" }""", lastOutcomeUnknown: true), new StepLog().RecordAsync, None);

        outcome.Last.Kind.ShouldBe(StepOutcomeKind.Done);
        stand.System.Log.Count(request => request.ToString() == "POST /cards").ShouldBe(1);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(403)]
    [InlineData(200)]
    public async Task Deliver_ProbeGivesNoAnswer_StaysUnknownAndSendsNothing(int status)
    {
        await using var stand = await StartAsync();
        stand.System.Script((status, "?"));

        var outcome = await stand.Transport.DeliverAsync(Outbound.Document("create", """{ "ref": "pos:1" }""", lastOutcomeUnknown: true), new StepLog().RecordAsync, None);

        (outcome.Last.Kind, outcome.NeedsDecision).ShouldBe((StepOutcomeKind.Unknown, false));
        stand.System.Log.ShouldAllBe(request => request.Method == "GET");
    }

    [Fact]
    public async Task Deliver_SecondOfANaturalKey_IsRecognisedAsDone()
    {
        await using var stand = await StartAsync();
        stand.System.Script((409, """{"code":"exists","revision":3}"""), (409, """{"code":"locked"}"""));

        var again = await stand.Transport.DeliverAsync(Outbound.Document("note", Note, lastOutcomeUnknown: true), new StepLog().RecordAsync, None);
        var other = await stand.Transport.DeliverAsync(Outbound.Document("note", Note), new StepLog().RecordAsync, None);

        (again.Last.Kind, again.ExternalId, again.Revision).ShouldBe((StepOutcomeKind.Done, "c-1", "3"));
        (other.Last.Kind, other.Last.Error).ShouldBe((StepOutcomeKind.Refused, "status_409 locked"));
    }

    [Fact]
    public async Task Deliver_UnknownAndNothingToAskWith_IsForAPerson()
    {
        await using var stand = await StartAsync();
        stand.System.Script((502, null));

        var first = await stand.Transport.DeliverAsync(Outbound.Document("stamp", Note), new StepLog().RecordAsync, None);
        var second = await stand.Transport.DeliverAsync(Outbound.Document("stamp", Note, lastOutcomeUnknown: true), new StepLog().RecordAsync, None);

        (first.Last.Kind, first.NeedsDecision).ShouldBe((StepOutcomeKind.Unknown, true));
        (second.Last.Kind, second.NeedsDecision).ShouldBe((StepOutcomeKind.Unknown, true));
        stand.System.Log.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Deliver_ConnectionBreaksAfterSending_IsUnknown()
    {
        await using var stand = await StartAsync();
        stand.System.Answer = (_, context) =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        var outcome = await stand.Transport.DeliverAsync(Outbound.Document("stamp", Note), new StepLog().RecordAsync, None);

        (outcome.Last.Kind, outcome.NeedsDecision).ShouldBe((StepOutcomeKind.Unknown, true));
    }

    [Fact]
    public async Task Deliver_NobodyListens_IsNotDone()
    {
        await using var stand = await StartAsync();
        await stand.System.DisposeAsync();

        var outcome = await stand.Transport.DeliverAsync(Outbound.Document("stamp", Note), new StepLog().RecordAsync, None);

        (outcome.Last.Kind, outcome.Last.Error).ShouldBe((StepOutcomeKind.NotDone, "no_connection"));
    }

    [Theory]
    [InlineData(400, StepOutcomeKind.Refused)]
    [InlineData(404, StepOutcomeKind.Refused)]
    [InlineData(410, StepOutcomeKind.Refused)]
    [InlineData(422, StepOutcomeKind.Refused)]
    [InlineData(302, StepOutcomeKind.Refused)]
    [InlineData(401, StepOutcomeKind.NotDone)]
    [InlineData(403, StepOutcomeKind.NotDone)]
    [InlineData(408, StepOutcomeKind.NotDone)]
    [InlineData(425, StepOutcomeKind.NotDone)]
    [InlineData(429, StepOutcomeKind.NotDone)]
    [InlineData(503, StepOutcomeKind.NotDone)]
    [InlineData(500, StepOutcomeKind.Unknown)]
    [InlineData(204, StepOutcomeKind.Done)]
    public async Task Deliver_Status_MeansWhatTheTableSays(int status, StepOutcomeKind kind)
    {
        await using var stand = await StartAsync();
        stand.System.Script((status, null));

        var outcome = await stand.Transport.DeliverAsync(Outbound.Document("close", Note), new StepLog().RecordAsync, None);

        (outcome.Last.Kind, outcome.Last.HttpStatus, outcome.NeedsDecision).ShouldBe((kind, status, false));
    }

    [Fact]
    public async Task Deliver_TooManyRequests_HandsOnWhenToComeBack()
    {
        await using var stand = await StartAsync();
        stand.System.Answer = (_, context) =>
        {
            context.Response.Headers.RetryAfter = "42";
            return OutsideSystem.Json(context, 429, null);
        };

        var outcome = await stand.Transport.DeliverAsync(Outbound.Document("close", Note), new StepLog().RecordAsync, None);

        outcome.Last.RetryAfter.ShouldBe(TimeSpan.FromSeconds(42));
    }

    [Fact]
    public async Task Deliver_Redirect_IsNotFollowed()
    {
        await using var stand = await StartAsync();
        stand.System.Answer = (_, context) =>
        {
            context.Response.Headers.Location = "/elsewhere";
            return OutsideSystem.Json(context, 307, null);
        };

        await stand.Transport.DeliverAsync(Outbound.Document("close", Note), new StepLog().RecordAsync, None);

        stand.System.Log.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Deliver_ToAnAddressThatIsNotAllowed_NeverConnects()
    {
        await using var stand = await StartAsync(("Hub:Outbound:AllowLoopback", "false"));

        var outcome = await stand.Transport.DeliverAsync(Outbound.Document("close", Note), new StepLog().RecordAsync, None);

        (outcome.Last.Kind, outcome.Last.Error).ShouldBe((StepOutcomeKind.NotDone, "address_not_allowed"));
        stand.System.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task Deliver_SystemFailsAgainAndAgain_IsLeftAloneUntilThePauseIsOver()
    {
        await using var stand = await StartAsync(("Hub:Outbound:BreakerMinimumRequests", "3"), ("Hub:Outbound:BreakerPause", "00:00:10"));
        stand.System.Answer = (_, context) => OutsideSystem.Json(context, 500, null);
        for (var i = 0; i < 3; i++)
        {
            await stand.Transport.DeliverAsync(Outbound.Document("close", Note), new StepLog().RecordAsync, None);
        }

        var open = await stand.Transport.DeliverAsync(Outbound.Document("close", Note), new StepLog().RecordAsync, None);
        stand.System.Answer = (_, context) => OutsideSystem.Json(context, 200, null);
        stand.Time.Advance(TimeSpan.FromSeconds(11));
        var closed = await stand.Transport.DeliverAsync(Outbound.Document("close", Note), new StepLog().RecordAsync, None);

        (open.Last.Kind, open.Last.Error, open.Last.RetryAfter).ShouldBe((StepOutcomeKind.NotTried, "breaker_open", TimeSpan.FromSeconds(10)));
        closed.Last.Kind.ShouldBe(StepOutcomeKind.Done);
        stand.System.Log.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Deliver_DocumentLacksAValue_IsRefusedByName()
    {
        await using var stand = await StartAsync();

        var outcome = await stand.Transport.DeliverAsync(Outbound.Document("close", "{}"), new StepLog().RecordAsync, None);

        (outcome.Last.Kind, outcome.Last.Error).ShouldBe((StepOutcomeKind.Refused, "missing_value /card"));
        stand.System.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task Deliver_DoneButTheIdIsMissing_IsUnknown()
    {
        await using var stand = await StartAsync();
        stand.System.Script((201, """{"number":"А-1"}"""));

        var outcome = await stand.Transport.DeliverAsync(Outbound.Document("create", Card), new StepLog().RecordAsync, None);

        (outcome.Last.Kind, outcome.Last.Error).ShouldBe((StepOutcomeKind.Unknown, "result_missing"));
    }
}
