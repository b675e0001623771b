using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Storage.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace MCU.Integration.Storage.ComplianceTests.Support;

/// <summary>A provider with a fresh database; what each compliance suite is run against.</summary>
public abstract class StorageUnderTest : IAsyncDisposable
{
    private readonly List<StorageNode> _nodes = [];

    /// <summary>Several hubs may share the database.</summary>
    public abstract bool ManyNodes { get; }

    public string DataDirectory { get; } = Path.Combine(Path.GetTempPath(), $"hub-storage-{Guid.CreateVersion7():N}");

    /// <summary>Why this provider cannot be tested here; null when it can.</summary>
    public virtual string? Missing => null;

    /// <summary>Makes the database, migrated.</summary>
    public abstract Task CreateAsync();

    public abstract StorageOptions Options();

    public StorageNode StartNode(TimeProvider time, Action<IServiceCollection>? configure = null, Action<StorageOptions>? options = null)
    {
        var node = new StorageNode(Build(time, configure, options));
        _nodes.Add(node);
        return node;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await DropAsync();
        if (Directory.Exists(DataDirectory))
        {
            Directory.Delete(DataDirectory, recursive: true);
        }
    }

    public async Task MigrateAsync()
    {
        await using var services = Build(new FakeTimeProvider(), null, null);
        await services.GetRequiredService<IMigrator>().MigrateAsync(CancellationToken.None);
    }

    protected abstract Task DropAsync();

    protected ServiceProvider Build(TimeProvider time, Action<IServiceCollection>? configure, Action<StorageOptions>? change)
    {
        var options = Options();
        change?.Invoke(options);
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddLogging();
        services.AddSingleton<ISealer, TestSealer>();
        services.AddHubStorage(options);
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
