namespace MCU.Integration.Domain.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Truth_Always_Holds() => true.ShouldBeTrue();
}
