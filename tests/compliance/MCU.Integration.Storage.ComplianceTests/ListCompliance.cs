using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Storage.ComplianceTests.Support;

namespace MCU.Integration.Storage.ComplianceTests;

/// <summary>Lists: filters, order and cursors.</summary>
public abstract class ListCompliance(StorageUnderTest storage) : ComplianceTest(storage)
{
    [Fact]
    public async Task Messages_Pages_AreNewestFirstAndStableWhileRowsAreAdded()
    {
        var messages = new List<NewMessage>();
        for (var i = 0; i < 7; i++)
        {
            messages.Add(Some.Message(Pos));
            Time.Advance(TimeSpan.FromSeconds(i % 2));
        }

        await AcceptAsync([.. messages]);
        var first = await Hub.Messages.ListAsync(new(), new(null, 3), None);
        await AcceptAsync(Some.Message(Pos));
        var second = await Hub.Messages.ListAsync(new(), new(first.Next, 3), None);
        var third = await Hub.Messages.ListAsync(new(), new(second.Next, 3), None);

        first.Items.Concat(second.Items).Concat(third.Items).Select(row => row.Id).ShouldBe(messages.AsEnumerable().Reverse().Select(message => message.Id));
        third.Next.ShouldBeNull();
    }

    [Fact]
    public async Task Messages_Filters_AreAppliedTogether()
    {
        var (pos, sed) = (Some.Message(Pos), Some.Message(Sed));
        var rejected = Some.Message(Pos, state: MessageState.Rejected);
        await Hub.Intake.AcceptAsync([Some.Acceptance(pos), Some.Acceptance(sed), new(rejected, [], [])], None);

        (await FindAsync(new() { Adapter = Pos })).ShouldBe([pos.Id, rejected.Id], ignoreOrder: true);
        (await FindAsync(new() { State = MessageState.Rejected })).ShouldBe([rejected.Id]);
        (await FindAsync(new() { Adapter = Pos, State = MessageState.Waiting, Direction = MessageDirection.In })).ShouldBe([pos.Id]);
        (await FindAsync(new() { DocumentType = "sed.message" })).ShouldBe([sed.Id]);
        (await FindAsync(new() { ReceivedFrom = Now, ReceivedBefore = Now.AddSeconds(1) })).Count.ShouldBe(3);
        (await FindAsync(new() { ReceivedBefore = Now })).ShouldBeEmpty();
        (await Hub.Messages.LoadAsync([pos.Id, sed.Id, Hub.Ids.Next<Pipeline.Ids.MessageId>()], None)).Count.ShouldBe(2);
        (await Hub.Messages.RatesAsync(Now.AddHours(-1), None)).ShouldBe([new MessageRate(Now, Pos, MessageDirection.In, 2), new MessageRate(Now, Sed, MessageDirection.In, 1)]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a cursor")]
    [InlineData("AAAA")]
    [InlineData("________________________________")]
    public async Task Cursor_OfNoPage_IsRefused(string cursor) =>
        await Should.ThrowAsync<InvalidCursorException>(() => Hub.Messages.ListAsync(new(), new(cursor), None));

    [Fact]
    public async Task Cases_FiltersSearchAndCounts_FindWhatIsAsked()
    {
        var applicant = Hub.Ids.Next<ApplicantId>();
        var submission = Some.Submission() with { ApplicantId = applicant };
        var mine = Some.NewCase(submission, "2026-000777");
        var routed = Some.NewCase(Some.Submission());
        var changes = Some.Changes();
        changes.Submissions.Add(new(submission, TestSealer.Body("a"), new(applicant, TestSealer.Body("person"), [("phone", [7, 7])])));
        changes.Cases.AddRange([mine, routed]);
        changes.Links.Add(new(Some.Link(routed.Case.Id, "СЭД-12"), 0));
        await Hub.Commits.CommitAsync([changes], None);
        var moved = Some.Changes();
        moved.Cases.Add(Some.Route(routed.Case));
        await Hub.Commits.CommitAsync([moved], None);

        (await CasesAsync(new())).Count.ShouldBe(2);
        (await CasesAsync(new() { Search = "2026-000777" })).ShouldBe([mine.Case.Id]);
        (await CasesAsync(new() { Search = "СЭД-12" })).ShouldBe([routed.Case.Id]);
        (await CasesAsync(new() { Status = MainStatus.Routed, Source = "pos", Kind = CaseKind.Appeal })).ShouldBe([routed.Case.Id]);
        (await CasesAsync(new() { Applicant = ("phone", [7, 7]) })).ShouldBe([mine.Case.Id]);
        (await CasesAsync(new() { Applicant = ("phone", [7, 8]) })).ShouldBeEmpty();
        (await CasesAsync(new() { Executor = "roads" })).ShouldBe([routed.Case.Id]);
        (await CasesAsync(new() { Overdue = true })).ShouldBeEmpty();
        (await CasesAsync(new() { Overdue = false })).Count.ShouldBe(2);
        (await CasesAsync(new() { CreatedBefore = Now })).ShouldBeEmpty();
        var counts = await Hub.Cases.CountsAsync(Now, None);
        counts.ByStatus.ShouldBe(new Dictionary<MainStatus, int> { [MainStatus.Received] = 1, [MainStatus.Routed] = 1 }, ignoreOrder: true);
        counts.Overdue.ShouldBe(0);
    }

    [Fact]
    public async Task Cases_ApplicantCorrectedByALaterVersion_IsFoundByTheNewTermsOnly()
    {
        var submission = Some.Submission();
        var opened = Some.NewCase(submission);
        var applicant = Hub.Ids.Next<ApplicantId>();
        foreach (var phone in (byte[][])[[7, 7], [8, 8]])
        {
            var changes = phone[0] == 7 ? With(opened) : Some.Changes();
            changes.Submissions.Add(new(submission with { ApplicantId = applicant }, TestSealer.Body("a"), new(applicant, TestSealer.Body("person"), [("phone", phone)])));
            await Hub.Commits.CommitAsync([changes], None);
        }

        (await CasesAsync(new() { Applicant = ("phone", [8, 8]) })).ShouldBe([opened.Case.Id]);
        (await CasesAsync(new() { Applicant = ("phone", [7, 7]) })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Cases_Deferred_IsOverdueAfterItsPromise()
    {
        var opened = Some.NewCase(Some.Submission());
        var deferred = Some.Next(opened.Case, opened.Case.Id, CaseDecision.Accept(new Domain.Cases.Facts.CaseDeferred { Until = Now.AddDays(1) }));
        await Hub.Commits.CommitAsync([With(opened), With(deferred)], None);

        (await CasesAsync(new() { Overdue = true })).ShouldBeEmpty();
        Time.Advance(TimeSpan.FromDays(2));
        (await CasesAsync(new() { Overdue = true })).ShouldBe([opened.Case.Id]);
        (await Hub.Cases.CountsAsync(Now, None)).Overdue.ShouldBe(1);
    }

    [Fact]
    public async Task CaseNumbers_Blocks_NeverOverlap()
    {
        (await Hub.Numbers.ReserveAsync(2026, 10, None)).ShouldBe(1);
        var blocks = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Hub.Numbers.ReserveAsync(2026, 5, None)));
        blocks.Order().ShouldBe(Enumerable.Range(0, 10).Select(i => 11 + (i * 5)));
        (await Hub.Numbers.ReserveAsync(2027, 1, None)).ShouldBe(1);
    }

    [Fact]
    public async Task Instances_FilterOrderAndTotal_AreElsas()
    {
        var rows = new List<InstanceRow>
        {
            Some.Instance(definition: "a") with { Name = "Ямы на дорогах", CorrelationId = "case-1" },
            Some.Instance(definition: "b", status: "Finished") with { IncidentCount = 1, FinishedAt = Now },
            Some.Instance(definition: "b") with { CreatedAt = Now.AddMinutes(1), IsSystem = true },
        };
        var changes = Some.Changes();
        changes.Instances.AddRange(rows.Select(row => Some.Write(row, 0, Some.Bookmark(row, "h", Now.AddHours(1)))));
        await Hub.Commits.CommitAsync([changes], None);

        (await InstancesAsync(new())).ShouldBe(([rows[2].Id, rows[1].Id, rows[0].Id], 3L), new InstancesComparer(2));
        (await InstancesAsync(new() { SearchTerm = "ДОРОГ" })).Ids.ShouldBe([rows[0].Id]);
        (await InstancesAsync(new() { SearchTerm = " case-" })).Ids.ShouldBe([rows[0].Id]);
        (await InstancesAsync(new() { SearchTerm = rows[1].Id[..^1] })).Ids.ShouldBe([rows[1].Id]);
        (await InstancesAsync(new() { SearchTerm = "%" })).Ids.ShouldBeEmpty();
        (await InstancesAsync(new() { Statuses = ["Running", "Finished"], SubStatuses = ["Finished", "Faulted"] })).Ids.ShouldBe([rows[1].Id]);
        (await InstancesAsync(new() { SubStatuses = ["' or 1 = 1 --"] })).Ids.ShouldBeEmpty();
        (await InstancesAsync(new() { DefinitionIds = ["b"], Statuses = ["Running"] })).Ids.ShouldBe([rows[2].Id]);
        (await InstancesAsync(new() { HasIncidents = true })).Ids.ShouldBe([rows[1].Id]);
        (await InstancesAsync(new() { CorrelationId = "case-1", IsSystem = false, Version = 1 })).Ids.ShouldBe([rows[0].Id]);
        (await InstancesAsync(new() { Timestamps = [new("FinishedAt", "LessThanOrEqual", Now)] })).Ids.ShouldBe([rows[1].Id]);
        var page = await Hub.Instances.ListAsync(new() { OrderBy = "CreatedAt", Descending = false }, 1, 2, None);
        (page.Items.Count, page.Total).ShouldBe((1, 3L));
        (await Hub.Instances.LoadAsync([rows[0].Id, rows[1].Id, "unknown"], None)).Count.ShouldBe(2);

        (await Hub.Instances.DeleteAsync([rows[0].Id, "unknown"], None)).ShouldBe(1);
        (await Hub.Instances.FindAsync(rows[0].Id, None)).ShouldBeNull();
        (await Hub.Instances.BookmarksOfAsync(rows[0].Id, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Audit_Entries_AreNewestFirstAndFiltered()
    {
        for (var i = 0; i < 5; i++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Hub.Audit.WriteAsync(new(Hub.Ids.Next(), Now, i % 2 == 0 ? "anna" : "hub", i < 3 ? "delivery.replay" : "user.add", $"t:{i}", null), None);
        }

        var first = await Hub.Audit.ListAsync(null, null, new(null, 3), None);
        var rest = await Hub.Audit.ListAsync(null, null, new(first.Next, 3), None);
        first.Items.Concat(rest.Items).Select(entry => entry.Target).ShouldBe(["t:4", "t:3", "t:2", "t:1", "t:0"]);
        (await Hub.Audit.ListAsync("anna", "delivery.replay", new(), None)).Items.Select(entry => entry.Target).ShouldBe(["t:2", "t:0"]);
    }

    private static ChangeSet With(CaseWrite write)
    {
        var changes = new ChangeSet { Now = write.Events[0].RecordedAt };
        changes.Cases.Add(write);
        return changes;
    }

    private Task AcceptAsync(params NewMessage[] messages) => Hub.Intake.AcceptAsync([.. messages.Select(message => Some.Acceptance(message))], None);

    private async Task<List<Pipeline.Ids.MessageId>> FindAsync(MessageFilter filter) =>
        [.. (await Hub.Messages.ListAsync(filter, new(), None)).Items.Select(row => row.Id)];

    private async Task<List<CaseId>> CasesAsync(CaseFilter filter) => [.. (await Hub.Cases.ListAsync(filter, Now, new(), None)).Items.Select(found => found.Id)];

    private async Task<(string[] Ids, long Total)> InstancesAsync(InstanceFilter filter)
    {
        var (items, total) = await Hub.Instances.ListAsync(filter, null, null, None);
        return ([.. items.Select(row => row.Id)], total);
    }

    /// <summary>Compares ids in order, those of one instant in any order from <paramref name="loose"/> on.</summary>
    private sealed class InstancesComparer(int loose) : IEqualityComparer<(string[] Ids, long Total)>
    {
        public bool Equals((string[] Ids, long Total) x, (string[] Ids, long Total) y) =>
            x.Total == y.Total && x.Ids[..(x.Ids.Length - loose)].SequenceEqual(y.Ids[..(y.Ids.Length - loose)]) && x.Ids.Order().SequenceEqual(y.Ids.Order());

        public int GetHashCode((string[] Ids, long Total) obj) => obj.Total.GetHashCode();
    }
}
