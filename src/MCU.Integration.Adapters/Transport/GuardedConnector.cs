using System.Net;
using System.Net.Sockets;

namespace MCU.Integration.Adapters.Transport;

/// <summary>Makes the connections of outbound requests to addresses that the guard allows, and to no other.</summary>
internal sealed class GuardedConnector(AddressGuard guard)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var host = context.DnsEndPoint.Host;
        var resolved = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellation);
        var allowed = resolved.Where(guard.Allows).ToArray();
        if (allowed.Length == 0)
        {
            throw new AddressRefusedException(host);
        }

        // The very addresses that were judged, not the name: it could resolve differently a moment later.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
