using System.Buffers;
using MCU.Integration.Hub.Settings;
using MCU.Integration.Pipeline.Intake;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Hub.Intake;

/// <summary>Reads the body of a document whole, within the limits of size and time.</summary>
internal sealed class BodyReader(IOptions<IntakeOptions> intake, IOptions<LimitOptions> limits, TimeProvider time)
{
    /// <exception cref="BadHttpRequestException">413 when it is too large, 408 when it takes too long.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context)
    {
        var most = intake.Value.MaxBytes;
        if (context.Request.ContentLength > most)
        {
            throw TooLarge(most);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            // One more than allowed, so that this class gives the answer.
            feature.MaxRequestBodySize = most + 1;
        }

        using var timeout = new CancellationTokenSource(limits.Value.BodyTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        try
        {
            return await ReadAsync(context.Request, most, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            throw new BadHttpRequestException($"The body did not arrive within {limits.Value.BodyTimeout.TotalSeconds:0.#} seconds.", StatusCodes.Status408RequestTimeout);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int most, CancellationToken cancellation)
    {
        if (request.ContentLength is { } length)
        {
            var exact = new byte[length];
            await request.Body.ReadExactlyAsync(exact, cancellation);
            return exact;
        }

        var buffer = new ArrayBufferWriter<byte>(4096);
        int read;
        while ((read = await request.Body.ReadAsync(buffer.GetMemory(4096), cancellation)) > 0)
        {
            buffer.Advance(read);
            if (buffer.WrittenCount > most)
            {
                throw TooLarge(most);
            }
        }

        return buffer.WrittenMemory;
    }

    private static BadHttpRequestException TooLarge(int most) =>
        new($"The document is larger than {most} bytes.", StatusCodes.Status413PayloadTooLarge);
}
