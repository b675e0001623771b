using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MCU.Integration.Bench.Load;

/// <summary>One kept-alive HTTP/1.1 connection on a bare socket: the load generator shares the cores with the hub, so it must cost next to nothing.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket;
    private byte[] _buffer = new byte[8192];
    private int _filled;

    private RawConnection(Socket socket) => _socket = socket;

    /// <summary>The answer to the last request, head and body.</summary>
    public string LastAnswer => Encoding.UTF8.GetString(_buffer, 0, _filled);

    /// <exception cref="SocketException">Nobody listens there.</exception>
    public static async Task<RawConnection> OpenAsync(IPEndPoint address)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address);
            return new(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a whole request and reads the whole answer.</summary>
    /// <returns>The status code.</returns>
    /// <exception cref="IOException">The hub closed the connection.</exception>
    public async ValueTask<int> SendAsync(ReadOnlyMemory<byte> request)
    {
        for (var sent = 0; sent < request.Length;)
        {
            sent += await _socket.SendAsync(request[sent..]);
        }

        _filled = 0;
        while (!IsComplete(_buffer.AsSpan(0, _filled)))
        {
            if (_filled == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            var read = await _socket.ReceiveAsync(_buffer.AsMemory(_filled));
            if (read == 0)
            {
                throw new IOException("The connection was closed in the middle of an answer.");
            }

            _filled += read;
        }

        return Utf8Parser.TryParse(_buffer.AsSpan("HTTP/1.1 ".Length), out int status, out _) ? status : 0;
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsComplete(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var head = answer[..end];
        var at = head.IndexOf("Content-Length: "u8);
        return at < 0
            ? head.IndexOf("chunked"u8) < 0 || answer.EndsWith("\r\n0\r\n\r\n"u8)
            : Utf8Parser.TryParse(head[(at + 16)..], out int length, out _) && answer.Length >= end + 4 + length;
    }
}
