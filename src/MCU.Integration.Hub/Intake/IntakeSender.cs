using MCU.Integration.Adapters.Inbound;
using MCU.Integration.Hub.Problems;
using MCU.Integration.Hub.SignIn;
using MCU.Integration.Pipeline.Access;

namespace MCU.Integration.Hub.Intake;

/// <summary>Tells whether who sends a document may do so: by an API key with the adapter in its scope, by a signature of the adapter's secret, or as a signed-in user.</summary>
internal sealed class IntakeSender(InboundSignatures signatures)
{
    /// <summary>Whether the request has to be judged by its signature, for which the body has to be read first.</summary>
    public static bool IsSigned(HttpRequest request) =>
        request.Headers.Authorization.Count == 0 && request.Headers.ContainsKey(WebhookHeaders.SignatureName);

    /// <returns>The problem; null when the sender may send.</returns>
    public ProblemResult? Judge(HttpContext context, string adapter)
    {
        if (ActorClaims.ActorOf(context.User) is not { } actor)
        {
            context.Response.Headers.WWWAuthenticate = new(["ApiKey", "Bearer"]);
            return new(StatusCodes.Status401Unauthorized, ProblemCode.Unauthorized, "Send a valid API key, or sign the document.");
        }

        return actor.May(Right.SendMessages, adapter)
            && (context.User.Identity?.AuthenticationType != HubSchemes.ApiKey || signatures.AcceptedBy(adapter) is not { ApiKey: false })
            ? null
            : new(StatusCodes.Status403Forbidden, ProblemCode.Forbidden, $"You may not send documents of the adapter '{adapter}'.");
    }

    /// <returns>The problem; null when the signature is genuine.</returns>
    public async ValueTask<ProblemResult?> VerifyAsync(HttpRequest request, string adapter, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var headers = new WebhookHeaders(request.Headers[WebhookHeaders.IdName], request.Headers[WebhookHeaders.TimestampName], request.Headers[WebhookHeaders.SignatureName]);
        var verdict = await signatures.VerifyAsync(adapter, headers, body, cancellation);
        return verdict switch
        {
            WebhookVerdict.Genuine => null,
            WebhookVerdict.OutOfTime => Unauthorized("The signature is too old, or a clock is wrong."),
            WebhookVerdict.Unsigned => Unauthorized("The headers webhook-id, webhook-timestamp and webhook-signature belong together."),

            // Which of the two it is, only a holder of the secret may know.
            _ => Unauthorized("The signature is not genuine."),
        };
    }

    private static ProblemResult Unauthorized(string detail) => new(StatusCodes.Status401Unauthorized, ProblemCode.Unauthorized, detail);
}
