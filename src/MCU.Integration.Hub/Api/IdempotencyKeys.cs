using System.Security.Cryptography;
using System.Text;
using MCU.Integration.Hub.Problems;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Replies;

namespace MCU.Integration.Hub.Api;

/// <summary>
/// <c>Idempotency-Key</c> on writes (IETF draft-ietf-httpapi-idempotency-key-header): the same key and request get the first answer again, another
/// request 422, one that is still being processed 409, for two minutes at most. Keys belong to their caller. Intake has keys of its own and takes no part.
/// </summary>
internal static class IdempotencyKeys
{
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 255;

    // No request of the API works that long. What a failed one may have done is found out by asking, not by waiting for the reply's retention.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static void UseIdempotencyKeys(this IApplicationBuilder app) => app.Use(static (context, next) =>
        Applies(context) && ActorClaims.ActorOf(context.User) is { } actor ? RunAsync(context, next, actor.Name) : next(context));

    private static bool Applies(HttpContext context) =>
        context.Request.Headers.ContainsKey(Header)
        && context.Request.Path.StartsWithSegments("/api/v1")
        && !HttpMethods.IsGet(context.Request.Method)
        && context.GetEndpoint() is { } endpoint
        && endpoint.Metadata.GetMetadata<IntakeRoute>() is null;

    private static async Task RunAsync(HttpContext context, RequestDelegate next, string caller)
    {
        var key = KeyOf(context.Request.Headers[Header].ToString());
        if (key.Length is 0 or > LongestKey)
        {
            await ProblemWriter.WriteAsync(context, StatusCodes.Status400BadRequest, ProblemCode.Malformed, $"The header {Header} holds 1 to {LongestKey} characters.");
            return;
        }

        var replies = context.RequestServices.GetRequiredService<IReplyStore>();
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (await replies.ReserveAsync(caller, key, await FingerprintAsync(context.Request), now, Patience, context.RequestAborted) is { } known)
        {
            await AnswerAgainAsync(context, known, await FingerprintAsync(context.Request));
            return;
        }

        await RunFirstAsync(context, next, replies, caller, key);
    }

    private static async Task RunFirstAsync(HttpContext context, RequestDelegate next, IReplyStore replies, string caller, string key)
    {
        var output = context.Response.Body;
        using var captured = new MemoryStream();
        context.Response.Body = captured;
        var finished = false;
        try
        {
            await next(context);
            finished = true;
        }
        catch (Exception exception) when (exception is UseCaseException or AccessDeniedException or BadHttpRequestException)
        {
            // Refused before it had an effect: the caller may correct itself and use the key again.
            await replies.ForgetAsync(caller, key, CancellationToken.None);
            context.Response.Body = output;
            throw;
        }
        finally
        {
            context.Response.Body = output;
        }

        if (finished && context.Response.StatusCode < StatusCodes.Status400BadRequest)
        {
            var isSecret = context.GetEndpoint()?.Metadata.GetMetadata<SecretReply>() is not null;
            var body = isSecret ? "" : Encoding.UTF8.GetString(captured.GetBuffer(), 0, (int)captured.Length);
            await replies.CompleteAsync(caller, key, context.Response.StatusCode, body, CancellationToken.None);
        }
        else
        {
            await replies.ForgetAsync(caller, key, CancellationToken.None);
        }

        if (captured.Length > 0)
        {
            captured.Position = 0;
            await captured.CopyToAsync(output, context.RequestAborted);
        }
    }

    private static Task AnswerAgainAsync(HttpContext context, StoredReply known, string fingerprint)
    {
        if (known.Fingerprint != fingerprint)
        {
            return ProblemWriter.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, ProblemCode.KeyReused, "This key was used for another request.");
        }

        if (known.Status is not { } status)
        {
            return ProblemWriter.WriteAsync(context, StatusCodes.Status409Conflict, ProblemCode.StillProcessing, "The first request with this key is still being processed.");
        }

        if (status == StatusCodes.Status204NoContent)
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }

        if (known.Body is null or "")
        {
            return ProblemWriter.WriteAsync(context, StatusCodes.Status409Conflict, ProblemCode.Conflict, "This was done already; its answer held a secret that is not kept.");
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers["Idempotency-Replayed"] = "true";
        return context.Response.WriteAsync(known.Body, context.RequestAborted);
    }

    // The draft makes it a structured-header string; many clients send it without the quotes.
    private static string KeyOf(string header) => header is ['"', .. var quoted, '"'] ? quoted : header;

    private static async Task<string> FingerprintAsync(HttpRequest request)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        request.Body.Position = 0;
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
