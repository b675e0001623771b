using System.Net;
using MCU.Integration.Adapters.Attachments;
using MCU.Integration.Adapters.Connections;
using MCU.Integration.Adapters.Deliveries;
using MCU.Integration.Adapters.Feeds;
using MCU.Integration.Adapters.Imports;
using MCU.Integration.Adapters.Inbound;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Adapters.Transport;
using MCU.Integration.Adapters.Workflows;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Workflows.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Adapters;

public static class AdaptersRegistration
{
    /// <summary>Manifests, the transport, the poller and the checks of pushed documents. Needs the stores, <see cref="TimeProvider"/> and the pipeline beside it.</summary>
    public static IServiceCollection AddHubAdapters(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutboundOptions>().Bind(configuration.GetSection(OutboundOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<FeedOptions>().Bind(configuration.GetSection(FeedOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AdapterManifests>();
        services.AddSingleton<IManifestCompiler, ManifestCompiler>();
        services.AddSingleton<AdapterConnections>();
        services.AddSingleton<IConnectedAdapters>(provider => provider.GetRequiredService<AdapterConnections>());
        services.AddSingleton<AddressGuard>();
        services.AddSingleton<AdapterPipelines>();
        services.AddSingleton<AdapterClient>();
        services.AddSingleton<IConnectionChecker, ConnectionChecker>();
        services.AddSingleton<UploadPreparer>();
        services.AddSingleton<IOutboundTransport, HttpTransport>();
        services.AddSingleton<IAttachmentSource, AdapterAttachmentSource>();
        services.AddSingleton<StandardWebhooksVerifier>();
        services.AddSingleton<InboundSignatures>();
        services.AddSingleton<FeedPoll>();
        services.AddHostedService<FeedPoller>();
        services.AddSingleton<IHttpSender, WorkflowSender>();
        services.AddOptions<ImportOptions>().Bind(configuration.GetSection(ImportOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TableImporter>();
        services.AddSingleton<ImportWatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportWatcher>());
        AddClient(services);
        AddWorkflowClient(services);
        return services;
    }

    private static void AddWorkflowClient(IServiceCollection services)
    {
        var client = services.AddHttpClient(WorkflowSender.ClientName, http => http.Timeout = Timeout.InfiniteTimeSpan);
        client.RemoveAllLoggers();
        client.ConfigurePrimaryHttpMessageHandler(provider => Handler(provider, followsRedirects: true));
        client.SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        client.AddHttpMessageHandler(provider => new BufferingHandler(provider.GetRequiredService<IOptions<OutboundOptions>>()));
    }

    private static SocketsHttpHandler Handler(IServiceProvider provider, bool followsRedirects) => new()
    {
        // Where a redirect leads to passes the guard like any other address.
        AllowAutoRedirect = followsRedirects,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectCallback = new GuardedConnector(provider.GetRequiredService<AddressGuard>()).ConnectAsync,
        ConnectTimeout = provider.GetRequiredService<IOptions<OutboundOptions>>().Value.ConnectTimeout,
        MaxResponseHeadersLength = 64,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,

        // A proxy would resolve names by itself, past the guard.
        UseProxy = false,
    };

    private static void AddClient(IServiceCollection services)
    {
        var client = services.AddHttpClient(AdapterClient.ClientName, http =>
        {
            // The pipeline's attempt timeout comes from the manifest and stands in its place.
            http.Timeout = Timeout.InfiniteTimeSpan;
            http.DefaultRequestHeaders.UserAgent.Add(new("MCU.Integration", "1"));
        });

        // Its loggers write addresses, and an address may carry a citizen's number.
        client.RemoveAllLoggers();
        client.ConfigurePrimaryHttpMessageHandler(provider => Handler(provider, followsRedirects: false));
        client.SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        client.AddHttpMessageHandler(provider =>
        {
            var pipelines = provider.GetRequiredService<AdapterPipelines>();
            return new ResilienceHandler(request => pipelines.For(request.Options.TryGetValue(AdapterClient.Manifest, out var manifest)
                ? manifest
                : throw new InvalidOperationException("Requests to outside systems go through AdapterClient.")));
        });
        client.AddHttpMessageHandler(provider => new BufferingHandler(provider.GetRequiredService<IOptions<OutboundOptions>>()));
    }
}
