using MCU.Integration.Pipeline.Intake;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Storage.ComplianceTests.Support;

namespace MCU.Integration.Storage.ComplianceTests;

public abstract class IntakeCompliance(StorageUnderTest storage) : ComplianceTest(storage)
{
    [Fact]
    public async Task Accept_NewMessage_IsStoredWithBodyAndItem()
    {
        var message = Some.Message(Pos, content: "{\"text\":\"яма\"}") with { OrderKey = "o-1", Revision = "7", OccurredAt = Now.AddMinutes(-5), TraceParent = "00-trace" };

        var result = await Hub.Intake.AcceptAsync([Some.Acceptance(message, "o-1")], None);

        result.ShouldBe([new AcceptanceResult(AcceptanceKind.Stored, message.Id)]);
        var row = (await Hub.Messages.FindAsync(message.Id, None)).ShouldNotBeNull();
        row.State.ShouldBe(MessageState.Waiting);
        row.OrderKey.ShouldBe("o-1");
        row.Revision.ShouldBe("7");
        row.OccurredAt.ShouldBe(Now.AddMinutes(-5));
        row.ReceivedAt.ShouldBe(Now);
        row.TraceParent.ShouldBe("00-trace");
        TestSealer.Text((await Hub.Messages.BodyAsync(message.Id, BodyPart.Raw, None)).ShouldNotBeNull()).ShouldBe("{\"text\":\"яма\"}");
        (await Hub.Messages.BodyAsync(message.Id, BodyPart.Canonical, None)).ShouldBeNull();
        var item = (await Hub.Work.ClaimAsync(10, "node", TimeSpan.FromMinutes(1), Now, None)).ShouldHaveSingleItem();
        item.Item.MessageId.ShouldBe(message.Id);
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Accept_SameKeySameContent_IsTheFirstAnswerAgain()
    {
        var first = Some.Message(Pos, "key", "one");
        await Hub.Intake.AcceptAsync([Some.Acceptance(first)], None);

        var result = await Hub.Intake.AcceptAsync([Some.Acceptance(Some.Message(Pos, "key", "one"))], None);

        result.ShouldBe([new AcceptanceResult(AcceptanceKind.Duplicate, first.Id)]);
        (await Hub.Ledger.ReadAsync(None)).ShouldHaveSingleItem().Received.ShouldBe(1);
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Accept_SameKeyOtherContent_IsRefusedAndNotStored()
    {
        var first = Some.Message(Pos, "key", "one");
        await Hub.Intake.AcceptAsync([Some.Acceptance(first)], None);
        var other = Some.Message(Pos, "key", "two");

        var result = await Hub.Intake.AcceptAsync([Some.Acceptance(other)], None);

        result.ShouldBe([new AcceptanceResult(AcceptanceKind.KeyReused, first.Id)]);
        (await Hub.Messages.FindAsync(other.Id, None)).ShouldBeNull();
    }

    [Fact]
    public async Task Accept_KeyTwiceInOneBatch_IsJudgedInOrder()
    {
        var first = Some.Message(Pos, "key", "one");

        var results = await Hub.Intake.AcceptAsync(
            [Some.Acceptance(first), Some.Acceptance(Some.Message(Pos, "key", "one")), Some.Acceptance(Some.Message(Pos, "key", "two")), Some.Acceptance(Some.Message(Sed, "key", "two"))], None);

        results.Select(result => result.Kind).ShouldBe([AcceptanceKind.Stored, AcceptanceKind.Duplicate, AcceptanceKind.KeyReused, AcceptanceKind.Stored]);
        results[1].MessageId.ShouldBe(first.Id);
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Accept_RejectedMessage_KeepsNoKey()
    {
        var rejected = Some.Message(Pos, "key", "bad", MessageState.Rejected) with { ReasonCode = "schema_violation", Detail = "[]" };
        await Hub.Intake.AcceptAsync([new(rejected, [], [])], None);

        var result = await Hub.Intake.AcceptAsync([Some.Acceptance(Some.Message(Pos, "key", "good"))], None);

        result[0].Kind.ShouldBe(AcceptanceKind.Stored);
        var row = (await Hub.Messages.FindAsync(rejected.Id, None)).ShouldNotBeNull();
        row.State.ShouldBe(MessageState.Rejected);
        row.ReasonCode.ShouldBe("schema_violation");
        var line = (await Hub.Ledger.ReadAsync(None)).ShouldHaveSingleItem();
        (line.Received, line.Rejected, line.Accepted, line.Waiting).ShouldBe((2, 1, 1, 1));
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Accept_NothingMatches_IsDeadWithNoRoute()
    {
        var message = Some.Message(Pos);

        await Hub.Intake.AcceptAsync([new(message, [], ["nobody waits"])], None);

        var row = (await Hub.Messages.FindAsync(message.Id, None)).ShouldNotBeNull();
        row.State.ShouldBe(MessageState.Dead);
        row.ReasonCode.ShouldBe("no_route");
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Accept_BookmarkWaits_GetsAResumeItemInTheSameCommit()
    {
        var instance = Some.Instance();
        var bookmark = Some.Bookmark(instance, "hash-1");
        var changes = Some.Changes();
        changes.Instances.Add(Some.Write(instance, 0, bookmark));
        await Hub.Commits.CommitAsync([changes], None);
        var message = Some.Message(Pos);

        await Hub.Intake.AcceptAsync([new(message, [], ["hash-1", "hash-1", "hash-2"])], None);

        var item = (await Hub.Work.ClaimAsync(10, "node", TimeSpan.FromMinutes(1), Now, None)).ShouldHaveSingleItem().Item;
        item.Kind.ShouldBe(Pipeline.Work.WorkKind.ResumeInstance);
        item.InstanceId.ShouldBe(instance.Id);
        item.BookmarkId.ShouldBe(bookmark.Id);
        item.MessageId.ShouldBe(message.Id);
        item.OrderKey.ShouldBe("instance:" + instance.Id);
        (await Hub.Messages.FindAsync(message.Id, None)).ShouldNotBeNull().State.ShouldBe(MessageState.Waiting);
    }

    [Fact]
    public async Task Accept_OtherActiveSetThanRouted_AsksForAnotherRouting()
    {
        await Hub.Content.PublishAsync(0, [], [], "test", null, Now, None);

        var result = await Hub.Intake.AcceptAsync(
            [Some.Acceptance(Some.Message(Pos)) with { Watermark = new(Pos, "inbox", "17", Now) }], None);

        result[0].Kind.ShouldBe(AcceptanceKind.ActiveSetChanged);
        (await Hub.Intake.WatermarkAsync(Pos, "inbox", None)).ShouldBeNull();
        (await Hub.Ledger.ReadAsync(None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Watermark_MovesWithTheAcceptingCommitAndAlone()
    {
        (await Hub.Intake.WatermarkAsync(Pos, "inbox", None)).ShouldBeNull();

        await Hub.Intake.AcceptAsync([Some.Acceptance(Some.Message(Pos)) with { Watermark = new(Pos, "inbox", "17", Now) }], None);
        (await Hub.Intake.WatermarkAsync(Pos, "inbox", None)).ShouldBe(new Watermark(Pos, "inbox", "17", Now));

        await Hub.Intake.SaveWatermarkAsync(new(Pos, "inbox", "18", Now.AddSeconds(1)), None);
        (await Hub.Intake.WatermarkAsync(Pos, "inbox", None)).ShouldBe(new Watermark(Pos, "inbox", "18", Now.AddSeconds(1)));
    }

    [Fact]
    public async Task Accept_SameKeyFromManyWritersAtOnce_IsStoredOnce()
    {
        var nodes = Storage.ManyNodes ? new[] { Hub, SecondHub() } : [Hub];
        var batches = Enumerable.Range(0, 8).Select(i =>
            nodes[i % nodes.Length].Intake.AcceptAsync([.. Enumerable.Range(0, 20).Select(key => Some.Acceptance(Some.Message(Pos, $"shared-{key}", "same")))], None));

        var results = (await Task.WhenAll(batches)).SelectMany(batch => batch).ToList();

        results.Count(result => result.Kind == AcceptanceKind.Stored).ShouldBe(20);
        results.Count(result => result.Kind == AcceptanceKind.Duplicate).ShouldBe(140);
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Accept_TextWithANulCharacter_SpoilsNothing()
    {
        var message = Some.Message(Pos, "key\0nul");

        (await Hub.Intake.AcceptAsync([Some.Acceptance(message)], None))[0].Kind.ShouldBe(AcceptanceKind.Stored);

        (await Hub.Messages.FindAsync(message.Id, None)).ShouldNotBeNull().DedupKey.ShouldBe("key\uFFFDnul");
    }
}
