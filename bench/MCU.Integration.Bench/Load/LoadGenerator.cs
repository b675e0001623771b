using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using MCU.Integration.Bench.Hub;

namespace MCU.Integration.Bench.Load;

/// <summary>Sends requests over a fixed number of connections, each sending its next when the last was answered (closed loop).</summary>
internal static class LoadGenerator
{
    /// <summary>A complete request, ready to be sent as it is.</summary>
    public static byte[] Request(string adapter, string documentType, ReadOnlySpan<byte> body)
    {
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST /api/v1/adapters/{adapter}/messages/{documentType} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ApiKey {HubProcess.ApiKey}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    /// <param name="expected">The status that each answer has to have.</param>
    /// <exception cref="InvalidOperationException">An answer had another status.</exception>
    public static async Task<LoadResult> RunAsync(IPEndPoint hub, IReadOnlyList<byte[]> requests, int connections, int expected = 202)
    {
        var latencies = new double[requests.Count];
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => WorkAsync()));
        return new(started, Stopwatch.GetElapsedTime(started), latencies);

        async Task WorkAsync()
        {
            using var connection = await RawConnection.OpenAsync(hub);
            for (var i = Interlocked.Increment(ref next); i < requests.Count; i = Interlocked.Increment(ref next))
            {
                var from = Stopwatch.GetTimestamp();
                if (await connection.SendAsync(requests[i]) != expected)
                {
                    throw new InvalidOperationException($"The hub did not answer {expected}: {connection.LastAnswer}");
                }

                latencies[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            }
        }
    }
}
