using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Deliveries;

namespace MCU.Integration.Adapters.Tests.Senders;

public sealed class DeliveryBackoffTests
{
    private static readonly DeliveryPolicy Policy = new(8, 12, TimeSpan.FromSeconds(4), TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(20));

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 8)]
    [InlineData(5, 64)]
    [InlineData(12, 600)]
    [InlineData(1000, 600)]
    public void After_EachAttempt_DoublesUpToTheBoundWithAQuarterOfJitter(int attempt, double seconds)
    {
        var random = new SeededRandom();

        for (var i = 0; i < 100; i++)
        {
            DeliveryBackoff.After(Policy, attempt, null, random).TotalSeconds.ShouldBeInRange(seconds * 0.75, seconds * 1.25);
        }
    }

    [Fact]
    public void After_TheOtherSideAskedForLonger_Waits() =>
        DeliveryBackoff.After(Policy, 1, TimeSpan.FromMinutes(30), new SeededRandom()).ShouldBe(TimeSpan.FromMinutes(30));

    [Fact]
    public void After_TheOtherSideAskedForTooLong_ComesBackAfterADay() =>
        DeliveryBackoff.After(Policy, 1, TimeSpan.FromDays(400), new SeededRandom()).ShouldBe(TimeSpan.FromDays(1));
}
