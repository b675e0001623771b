using MCU.Integration.Adapters.Connections;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Adapters.Transport;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Sealing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MCU.Integration.Adapters.Tests.Stand;

/// <summary>The adapters' room as the hub registers it, an outside system on loopback, and a clock that the test moves.</summary>
public sealed class AdapterStand : IAsyncDisposable
{
    private AdapterStand(OutsideSystem system, ServiceProvider services, FakeTimeProvider time, MemoryFiles files, FixedAdapters adapters, MemoryConnections connections)
    {
        System = system;
        Services = services;
        Time = time;
        Files = files;
        Adapters = adapters;
        Connections = connections;
    }

    public OutsideSystem System { get; }

    public ServiceProvider Services { get; }

    public FakeTimeProvider Time { get; }

    public MemoryFiles Files { get; }

    public FixedAdapters Adapters { get; }

    public MemoryConnections Connections { get; }

    public IOutboundTransport Transport => Services.GetRequiredService<IOutboundTransport>();

    public AdapterClient Client => Services.GetRequiredService<AdapterClient>();

    /// <param name="manifest">Manifest JSON of the adapter <c>sed</c>.</param>
    /// <param name="settings">Configuration over the defaults.</param>
    public static async Task<AdapterStand> StartAsync(string manifest, params (string Key, string? Value)[] settings)
    {
        var system = await OutsideSystem.StartAsync();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Hub:Outbound:AllowLoopback"] = "true",
            ["Hub:Adapters:sed:BaseUrl"] = system.Address.ToString(),
            ["Hub:Adapters:sed:User"] = "hub",
            ["Hub:Adapters:sed:Password"] = "secret",
            ["Hub:Adapters:sed:ClientId"] = "hub",
            ["Hub:Adapters:sed:ClientSecret"] = "secret",
            ["Hub:Adapters:sed:ApiKey"] = "key-1",
        }.Concat(settings.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value)).Build();
        var time = new FakeTimeProvider(new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var files = new MemoryFiles();
        var adapters = new FixedAdapters { All = [Parse(manifest)] };
        var connections = new MemoryConnections();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IAdapterSource>(adapters)
            .AddSingleton<IAdapterConnectionStore>(connections)
            .AddSingleton<ISealer, PlainSealer>()
            .AddSingleton<IAttachmentStore>(files)
            .AddSingleton<IBlobStore>(files)
            .AddSingleton<IAttachmentFetcher, AttachmentFetcher>()
            .AddSingleton<AdapterHealth>()
            .AddSingleton(NodeName.New())
            .AddHubAdapters(configuration);
        return new(system, services.BuildServiceProvider(), time, files, adapters, connections);
    }

    public static AdapterManifest Parse(string manifest)
    {
        var (parsed, problems) = ManifestParser.Parse(manifest);
        problems.ShouldBeEmpty();
        return parsed!;
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await System.DisposeAsync();
    }
}
