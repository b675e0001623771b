using MCU.Integration.FunctionalTests.Hosting;
using MCU.Integration.Mocks.City;

namespace MCU.Integration.FunctionalTests.City;

/// <summary>A hub with the whole city around it. The city sends nothing in ПОС by itself; tests do.</summary>
public class CityHub : HubHost
{
    private MockCity? _city;

    public MockCity City => _city ?? throw new InvalidOperationException("The city was not started.");

    /// <summary>Content and mocks; null = those of the repository.</summary>
    protected virtual string? ContentRoot => null;

    protected virtual MockCityOptions CityOptions =>
        new() { Messages = 0, Systems = null, Pace = 0.05, SamplesFolder = ContentRoot is null ? null : Path.Combine(ContentRoot, "mocks", "samples") };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        City.Hub = Url;
    }

    protected override Task<IReadOnlyList<string>> SettingsAsync()
    {
        _city = MockCity.Start(CityOptions);
        return Task.FromResult<IReadOnlyList<string>>(
        [
            "--Hub:Outbound:AllowLoopback=true",
            .. ContentRoot is null ? Array.Empty<string>() : [$"--Hub:Content:Root={ContentRoot}"],
            .. Connection("pos", City.PosUrl),
            .. Connection("sed", City.SedUrl),
            .. City.Systems.SelectMany(system => Connection(system.Key, system.Value)),
        ]);
    }

    protected override async Task CleanAsync()
    {
        if (_city is not null)
        {
            await _city.DisposeAsync();
        }
    }

    private static IEnumerable<string> Connection(string adapter, Uri url) =>
    [
        $"--Hub:Adapters:{adapter}:BaseUrl={url}",
        $"--Hub:Adapters:{adapter}:ClientId={DemoCredentials.PosClientId}",
        $"--Hub:Adapters:{adapter}:ClientSecret={DemoCredentials.PosClientSecret}",
        $"--Hub:Adapters:{adapter}:User={DemoCredentials.User}",
        $"--Hub:Adapters:{adapter}:Password={DemoCredentials.Password}",
        $"--Hub:Adapters:{adapter}:ApiKey={DemoCredentials.ApiKey}",
        $"--Hub:Adapters:{adapter}:WebhookSecret={DemoCredentials.WebhookSecret}",
    ];
}
