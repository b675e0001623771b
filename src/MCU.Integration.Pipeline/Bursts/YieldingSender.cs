using MCU.Integration.Workflows.Http;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>Sends without keeping other bursts from computing.</summary>
internal sealed class YieldingSender(IHttpSender sender, ComputePlaces places) : IHttpSender
{
    public async ValueTask<HttpSendResult> SendAsync(HttpSendRequest request, CancellationToken cancellationToken)
    {
        places.Leave();
        try
        {
            return await sender.SendAsync(request, cancellationToken);
        }
        finally
        {
            await places.EnterAsync(CancellationToken.None);
        }
    }
}
