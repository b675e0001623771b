using MCU.Integration.Console.Pages.Overview;
using MCU.Integration.Pipeline.Ledger;

namespace MCU.Integration.Console.Tests.Overview;

public sealed class LedgerSumTests
{
    private static readonly LedgerLine Good = new("pos", 10, 1, 9, 6, 2, 1, 8, 3, 1, 1, 1, 1, 1);

    [Fact]
    public void AddUp_OfALineWhoseStatesSumUp_IsTrue()
    {
        LedgerSum.IntakeAddsUp(Good).ShouldBeTrue();
        LedgerSum.DeliveriesAddUp(Good).ShouldBeTrue();
    }

    [Fact]
    public void AddUp_WhenOneIsLost_IsFalse()
    {
        LedgerSum.IntakeAddsUp(Good with { Processed = 5 }).ShouldBeFalse();
        LedgerSum.IntakeAddsUp(Good with { Received = 11 }).ShouldBeFalse();
        LedgerSum.DeliveriesAddUp(Good with { Held = 0 }).ShouldBeFalse();
    }

    [Fact]
    public void Of_SeveralLines_IsTheirSum() => LedgerSum.Of([Good, Good with { Adapter = "sed" }]).Received.ShouldBe(20);
}
