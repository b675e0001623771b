using System.Buffers;
using System.IO.Pipelines;
using MCU.Integration.Hub.Settings;
using MCU.Integration.Pipeline.Intake;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Hub.Intake;

/// <summary>Reads the body of a document whole, within the limits of size and time.</summary>
internal sealed class BodyReader(IOptions<IntakeOptions> intake, IOptions<LimitOptions> limits, TimeProvider time)
{
    /// <exception cref="BadHttpRequestException">413 when it is too large, 408 when it takes too long.</exception>
    public Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context) => ReadAsync(context, intake.Value.MaxBytes);

    /// <inheritdoc cref="ReadAsync(HttpContext)"/>
    /// <param name="most">Largest body, in bytes.</param>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context, int most)
    {
        if (context.Request.ContentLength > most)
        {
            throw TooLarge(most);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            // One more than allowed, so that this class gives the answer.
            feature.MaxRequestBodySize = most + 1;
        }

        // The read is cancelled through its pipe, which leaves the connection in a state that it can be answered on.
        using var timeout = new CancellationTokenSource(limits.Value.BodyTimeout, time);
        await using var ended = timeout.Token.Register(static reader => ((PipeReader)reader!).CancelPendingRead(), context.Request.BodyReader);
        if (await ReadAsync(context.Request, most, context.RequestAborted) is { } body)
        {
            return body;
        }

        context.Response.Headers.Connection = "close";
        throw new BadHttpRequestException($"The body did not arrive within {limits.Value.BodyTimeout.TotalSeconds:0.#} seconds.", StatusCodes.Status408RequestTimeout);
    }

    /// <returns>Null when the read was cancelled.</returns>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int most, CancellationToken cancellation)
    {
        var body = new ArrayBufferWriter<byte>(request.ContentLength is { } length and > 0 ? (int)length : 4096);
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellation);
            if (read.IsCanceled)
            {
                request.BodyReader.AdvanceTo(read.Buffer.Start);
                return null;
            }

            foreach (var segment in read.Buffer)
            {
                body.Write(segment.Span);
            }

            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (body.WrittenCount > most)
            {
                throw TooLarge(most);
            }

            if (read.IsCompleted)
            {
                return body.WrittenMemory;
            }
        }
    }

    private static BadHttpRequestException TooLarge(int most) =>
        new($"The document is larger than {most} bytes.", StatusCodes.Status413PayloadTooLarge);
}
