using System.Net;
using MCU.Integration.Adapters.Transport;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Adapters.Tests.Transport;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("77.88.8.8", true)]
    [InlineData("2a02:6b8::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.20.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("64:ff9b::a9fe:a9fe", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::", false)]
    public void Allows_ByDefault_OnlyPublicAddresses(string address, bool allowed) => Guard(_ => { }).Allows(IPAddress.Parse(address)).ShouldBe(allowed);

    [Fact]
    public void Allows_ListedNetwork_ButNotItsNeighbours()
    {
        var guard = Guard(options => options.AllowedNetworks.Add("10.20.0.0/16"));

        guard.Allows(IPAddress.Parse("10.20.3.4")).ShouldBeTrue();
        guard.Allows(IPAddress.Parse("10.21.0.1")).ShouldBeFalse();
        guard.Allows(IPAddress.Loopback).ShouldBeFalse();
    }

    [Fact]
    public void Allows_PrivateNetworks_DoesNotMeanLoopbackOrLinkLocal()
    {
        var guard = Guard(options => options.AllowPrivateNetworks = true);

        guard.Allows(IPAddress.Parse("192.168.1.1")).ShouldBeTrue();
        guard.Allows(IPAddress.Loopback).ShouldBeFalse();
        guard.Allows(IPAddress.Parse("169.254.169.254")).ShouldBeFalse();
    }

    private static AddressGuard Guard(Action<OutboundOptions> change)
    {
        var options = new OutboundOptions();
        change(options);
        return new(Options.Create(options));
    }
}
