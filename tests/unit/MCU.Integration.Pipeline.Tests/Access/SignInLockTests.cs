using MCU.Integration.Pipeline.Access;
using Microsoft.Extensions.Time.Testing;

namespace MCU.Integration.Pipeline.Tests.Access;

public sealed class SignInLockTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void LockedUntil_FewFailures_IsNull()
    {
        var sut = Failed(SignInLock.FreeFailures - 1);

        sut.LockedUntil("a").ShouldBeNull();
    }

    [Fact]
    public void LockedUntil_ManyFailures_LocksThatNameForAMinute()
    {
        var sut = Failed(SignInLock.FreeFailures);

        sut.LockedUntil("a").ShouldBe(_time.GetUtcNow() + SignInLock.FirstLock);
        sut.LockedUntil("b").ShouldBeNull();
    }

    [Fact]
    public void LockedUntil_FurtherFailures_DoublesUpToTheLongest()
    {
        Failed(SignInLock.FreeFailures + 1).LockedUntil("a").ShouldBe(_time.GetUtcNow() + (2 * SignInLock.FirstLock));
        Failed(SignInLock.FreeFailures + 500).LockedUntil("a").ShouldBe(_time.GetUtcNow() + SignInLock.LongestLock);
    }

    [Fact]
    public void LockedUntil_AfterTheLockRanOut_IsNull()
    {
        var sut = Failed(SignInLock.FreeFailures);
        _time.Advance(SignInLock.FirstLock);

        sut.LockedUntil("a").ShouldBeNull();
    }

    [Fact]
    public void Succeeded_ForgetsFailures()
    {
        var sut = Failed(SignInLock.FreeFailures - 1);
        sut.Succeeded("a");
        sut.Failed("a");

        sut.LockedUntil("a").ShouldBeNull();
    }

    [Fact]
    public void Failed_WithEndlessNames_StaysSmallAndKeepsWorking()
    {
        var sut = new SignInLock(_time);
        for (var i = 0; i < 25_000; i++)
        {
            sut.Failed($"name {i}");
        }

        for (var i = 0; i < SignInLock.FreeFailures; i++)
        {
            sut.Failed("a");
        }

        sut.LockedUntil("a").ShouldNotBeNull();
    }

    private SignInLock Failed(int times)
    {
        var sut = new SignInLock(_time);
        for (var i = 0; i < times; i++)
        {
            sut.Failed("a");
        }

        return sut;
    }
}
