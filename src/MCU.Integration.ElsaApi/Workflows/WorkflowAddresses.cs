using MCU.Integration.ElsaApi.HttpWorkflows;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Workflows.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace MCU.Integration.ElsaApi.Workflows;

/// <summary>Addresses with tokens, below the base address of the hub.</summary>
internal sealed class WorkflowAddresses(AddressTokens tokens, IServer server, IOptions<HttpWorkflowOptions> options) : IEventAddresses
{
    public const string EventPath = "/events/trigger";
    public const string BookmarkPath = "/bookmarks/resume";

    public Uri OfEvent(string eventName, string instanceId, DateTimeOffset? expiresAt) =>
        Of(EventPath, tokens.Make(new(instanceId, eventName, null, expiresAt)));

    public Uri OfBookmark(string token) => Of(BookmarkPath, token);

    /// <summary>Where HTTP workflows answer, with a slash at its end.</summary>
    public string HttpWorkflows => $"{Base()}{options.Value.Path}/";

    private Uri Of(string path, string token) => new($"{Base()}{ElsaApiRoutes.Root}{path}?t={token}");

    private string Base()
    {
        if (options.Value.BaseUrl is { } configured)
        {
            return configured.AbsoluteUri.TrimEnd('/');
        }

        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("The hub listens nowhere; set Hub__Workflows__Http__BaseUrl.");
        return listening.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal)
            .Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal).TrimEnd('/');
    }
}
