using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Adapters.Transport;

/// <summary>
/// Decides which addresses the hub may connect to. Vendors register addresses themselves, so a name could lead to the hub's own machine,
/// its database or a cloud's metadata service; the address is judged when the connection is made, after the name was resolved (DNS rebinding).
/// </summary>
public sealed class AddressGuard(IOptions<OutboundOptions> options)
{
    private static readonly IPNetwork[] Loopback = Networks("127.0.0.0/8", "::1/128");

    private static readonly IPNetwork[] Private = Networks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7");

    // Link-local (metadata services), this-network, benchmarking, documentation, multicast, reserved, and IPv6 forms that tunnel an IPv4 address.
    private static readonly IPNetwork[] Never = Networks(
        "0.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "::/128", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/32", "2001:db8::/32", "2002::/16", "fe80::/10", "fec0::/10", "ff00::/8");

    private readonly IPNetwork[] _listed = Networks([.. options.Value.AllowedNetworks]);
    private readonly bool _loopback = options.Value.AllowLoopback;
    private readonly bool _private = options.Value.AllowPrivateNetworks;

    public bool Allows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Within(_listed, plain)
            || (Within(Loopback, plain) ? _loopback
                : Within(Private, plain) ? _private
                : !Within(Never, plain) && plain.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6);
    }

    private static bool Within(IPNetwork[] networks, IPAddress address)
    {
        foreach (var network in networks)
        {
            if (network.Contains(address))
            {
                return true;
            }
        }

        return false;
    }

    private static IPNetwork[] Networks(params string[] texts) => [.. texts.Select(text => IPNetwork.Parse(text))];
}
