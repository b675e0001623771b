using MCU.Integration.Pipeline.Access;

namespace MCU.Integration.CrashTests.Hosting;

/// <summary>Where hubs live, one after the other: a data directory, a database, an address. What a killed hub leaves here, the next one finds.</summary>
public abstract class HubSite : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-crash-");

    public Uri Url { get; } = new($"http://127.0.0.1:{FreePort.Find()}");

    public string AdminKey { get; } = Secrets.NewApiKey();

    public string DataDirectory => Path.Combine(_folder.FullName, "data");

    public string Folder => _folder.FullName;

    /// <summary>Settings that name the database.</summary>
    protected abstract IEnumerable<string> Database { get; }

    /// <summary>Arguments of a hub here.</summary>
    /// <param name="url">Where it listens, when a second one lives here at the same time.</param>
    public IEnumerable<string> Arguments(Uri pos, Uri sed, string contentRoot, Uri? url = null) =>
    [
        "--environment=Production",
        $"--urls={(url ?? Url).GetLeftPart(UriPartial.Authority)}",
        $"--Hub:DataDirectory={DataDirectory}",
        $"--Hub:Content:Root={contentRoot}",
        "--Hub:Mocks:Enabled=false",
        $"--Hub:Admin:ApiKey={AdminKey}",
        "--Hub:Outbound:AllowLoopback=true",
        $"--Hub:Adapters:pos:BaseUrl={pos}",
        $"--Hub:Adapters:pos:ClientId={Mocks.City.DemoCredentials.PosClientId}",
        $"--Hub:Adapters:pos:ClientSecret={Mocks.City.DemoCredentials.PosClientSecret}",
        $"--Hub:Adapters:sed:BaseUrl={sed}",
        $"--Hub:Adapters:sed:User={Mocks.City.DemoCredentials.User}",
        $"--Hub:Adapters:sed:Password={Mocks.City.DemoCredentials.Password}",
        $"--Hub:Adapters:sed:WebhookSecret={Mocks.City.DemoCredentials.WebhookSecret}",
        "--Logging:LogLevel:Default=Warning",
        .. Database,
    ];

    public virtual ValueTask DisposeAsync()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A hub that is just dying may still hold a file; temporary folders are nobody's loss.
        }

        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
