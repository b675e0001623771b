using Microsoft.Extensions.Options;

namespace MCU.Integration.Adapters.Transport;

/// <summary>Reads answers into memory, up to the limit, so that the attempt timeout and the breaker cover the body too.</summary>
internal sealed class BufferingHandler(IOptions<OutboundOptions> options) : DelegatingHandler
{
    public static readonly HttpRequestOptionsKey<bool> Streamed = new("mcu.streamed");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (request.Options.TryGetValue(Streamed, out var streamed) && streamed)
        {
            return response;
        }

        try
        {
            var body = await ReadAsync(response.Content, options.Value.MaxResponseBytes, cancellationToken);
            var buffered = new ByteArrayContent(body);
            foreach (var (name, values) in response.Content.Headers.NonValidated.Where(header => !IsOfTransfer(header.Key)))
            {
                buffered.Headers.TryAddWithoutValidation(name, values);
            }

            response.Content.Dispose();
            response.Content = buffered;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    // What was said about the body on its way is no longer true of the body in memory.
    private static bool IsOfTransfer(string header) => header.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) || header.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase);

    private static async Task<byte[]> ReadAsync(HttpContent content, int limit, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > limit)
        {
            throw new ResponseTooLargeException(limit);
        }

        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellation)) > 0)
        {
            if (buffer.Length + read > limit)
            {
                throw new ResponseTooLargeException(limit);
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
