using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;

namespace MCU.Integration.Domain.Tests.Links;

public sealed class LinkPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly LinkPolicy _policy = new() { MaySet = [StatusWord.Routed, StatusWord.InProgress, StatusWord.Approval, StatusWord.Answered] };

    private Link _link = new()
    {
        Id = LinkId.From(Guid.Parse("019abcde-0000-7000-8000-000000000001")),
        CaseId = CaseId.From(Guid.Parse("019abcde-0000-7000-8000-000000000002")),
        Adapter = "sed",
        RecordType = "card",
        ExternalId = "c-1",
    };

    [Fact]
    public void Evaluate_FirstStatus_Applies() => Take(StatusWord.Routed, revision: "1").ShouldBe((LinkVerdict.Apply, LinkReason.FirstSeen));

    [Theory]
    [InlineData("9", "10", LinkVerdict.Apply, LinkReason.Newer)]
    [InlineData("10", "9", LinkVerdict.DropStale, LinkReason.OlderRevision)]
    [InlineData("7", "07", LinkVerdict.Hold, LinkReason.RevisionConflict)]
    [InlineData("99999999999999999999", "100000000000000000000", LinkVerdict.Apply, LinkReason.Newer)]
    public void Evaluate_NumericRevisions_AreComparedAsNumbers(string first, string second, LinkVerdict verdict, LinkReason reason)
    {
        Take(StatusWord.Routed, first);

        Take(StatusWord.InProgress, second).ShouldBe((verdict, reason));
    }

    [Fact]
    public void Evaluate_SameRevisionSameStatus_IsADuplicate()
    {
        Take(StatusWord.Routed, "1");

        Take(StatusWord.Routed, "1").ShouldBe((LinkVerdict.DropStale, LinkReason.AlreadySeen));
    }

    [Theory]
    [InlineData(1, LinkVerdict.Apply, LinkReason.Newer)]
    [InlineData(-1, LinkVerdict.DropStale, LinkReason.OlderTimestamp)]
    [InlineData(0, LinkVerdict.Apply, LinkReason.ArrivalOrder)]
    public void Evaluate_RevisionsAreNoNumbers_SourceTimeDecides(int seconds, LinkVerdict verdict, LinkReason reason)
    {
        Take(StatusWord.Routed, "etag-b", Now);

        Take(StatusWord.InProgress, "etag-a", Now.AddSeconds(seconds)).ShouldBe((verdict, reason));
    }

    [Fact]
    public void Evaluate_NothingToCompare_Holds()
    {
        Take(StatusWord.Routed);

        Take(StatusWord.InProgress).ShouldBe((LinkVerdict.Hold, LinkReason.NoOrderMark));
    }

    [Fact]
    public void Evaluate_NothingToCompareByArrival_Applies()
    {
        var policy = _policy with { Freshness = LinkFreshness.Arrival };
        Take(StatusWord.Routed, policy: policy);

        Take(StatusWord.InProgress, policy: policy).ShouldBe((LinkVerdict.Apply, LinkReason.ArrivalOrder));
    }

    [Fact]
    public void Evaluate_OwnOrigin_IsAnEchoAndMovesTheRevisionOn()
    {
        Take(StatusWord.Routed, "1");
        Send(StatusWord.InProgress, "hub:1");

        Take(StatusWord.InProgress, "2", origin: "hub:1").ShouldBe((LinkVerdict.DropEcho, LinkReason.OwnOrigin));

        _link.Seen!.Revision.ShouldBe("2");
    }

    [Fact]
    public void Evaluate_LateEchoOfOwnOrigin_DoesNotMoveTheRevisionBack()
    {
        Send(StatusWord.InProgress, "hub:1");
        Take(StatusWord.Approval, "5");

        Take(StatusWord.InProgress, "4", origin: "hub:1").ShouldBe((LinkVerdict.DropEcho, LinkReason.OwnOrigin));

        _link.Seen!.Revision.ShouldBe("5");
    }

    [Fact]
    public void Evaluate_OwnContent_IsAnEchoOnce()
    {
        Take(StatusWord.Routed, "1");
        Send(StatusWord.InProgress, "hub:1");

        Take(StatusWord.InProgress, "2").ShouldBe((LinkVerdict.DropEcho, LinkReason.OwnContent));
        Take(StatusWord.Approval, "3").ShouldBe((LinkVerdict.Apply, LinkReason.Newer));
        Take(StatusWord.InProgress, "4").ShouldBe((LinkVerdict.Apply, LinkReason.Newer), "the other side really went back");
    }

    [Fact]
    public void Evaluate_EchoSwitchedOff_Applies()
    {
        Send(StatusWord.InProgress, "hub:1");

        Take(StatusWord.InProgress, "2", origin: "hub:1", policy: _policy with { EchoByOrigin = false, EchoByContent = false })
            .ShouldBe((LinkVerdict.Apply, LinkReason.FirstSeen));
    }

    [Fact]
    public void Evaluate_StatusNotPermitted_HoldsAndStaysUnseen()
    {
        Take(StatusWord.Closed, "1").ShouldBe((LinkVerdict.Hold, LinkReason.StatusNotPermitted));

        _link.Seen.ShouldBeNull();
    }

    [Theory]
    [InlineData(StatusWord.InProgress, true)]
    [InlineData(StatusWord.Clarified, true)]
    [InlineData(StatusWord.Resumed, true)]
    [InlineData(StatusWord.Rated, true)]
    [InlineData(StatusWord.Clarification, false)]
    public void Permits_EndOfAnOverlay_FollowsInProgress(StatusWord status, bool permitted)
    {
        _policy.Permits(status).ShouldBe(permitted);
        LinkPolicy.Default.Permits(status).ShouldBe(status == StatusWord.Rated);
    }

    [Fact]
    public void Evaluate_UnknownStatus_Holds() => Take(null, "1").ShouldBe((LinkVerdict.Hold, LinkReason.StatusNotPermitted));

    [Fact]
    public void AfterSending_ManyTimes_RemembersTheLast()
    {
        for (var i = 1; i <= Link.MaxSentMarks + 3; i++)
        {
            Send(StatusWord.InProgress, $"hub:{i}");
        }

        _link.Sent.Count.ShouldBe(Link.MaxSentMarks);
        _link.LastSent!.OriginId.ShouldBe("hub:11");
    }

    [Fact]
    public void Evaluate_AnyArrivalOrder_EndsWithTheHighestRevision()
    {
        StatusWord[] statuses = [StatusWord.Routed, StatusWord.InProgress, StatusWord.Approval, StatusWord.Answered];
        for (var seed = 0; seed < 200; seed++)
        {
            _link = _link with { Seen = null };
            var arrivals = Enumerable.Range(1, 12).Select(revision => (revision, statuses[revision % 4])).ToArray();
            new Random(seed).Shuffle(arrivals);
            (int Revision, StatusWord Status) applied = default;
            foreach (var (revision, status) in arrivals)
            {
                if (Take(status, $"{revision}").Item1 == LinkVerdict.Apply)
                {
                    revision.ShouldBeGreaterThan(applied.Revision);
                    applied = (revision, status);
                }
            }

            applied.Revision.ShouldBe(12);
        }
    }

    private (LinkVerdict Verdict, LinkReason Reason) Take(
        StatusWord? status, string? revision = null, DateTimeOffset? at = null, string? origin = null, LinkPolicy? policy = null)
    {
        var incoming = new IncomingStatus
        {
            Status = status,
            Revision = revision,
            SourceTime = at,
            OriginId = origin,
            ContentHash = status is { } word ? Hash(word) : null,
            ArrivedAt = Now,
        };
        var decision = (policy ?? _policy).Evaluate(_link, incoming);
        _link = _link.AfterDeciding(incoming, decision);
        return (decision.Verdict, decision.Reason);
    }

    private void Send(StatusWord status, string origin) =>
        _link = _link.AfterSending(new(status, null, origin, Hash(status), null, Now));

    private static string Hash(StatusWord status) => new StatusReport { Status = status }.ContentHash();
}
