using System.Text.Json.Nodes;
using MCU.Integration.Mocks.Casting;
using MCU.Integration.Mocks.Described;
using MCU.Integration.Mocks.Faults;
using MCU.Integration.Mocks.Http;
using MCU.Integration.Mocks.Pos;
using MCU.Integration.Mocks.Samples;
using MCU.Integration.Mocks.Sed;
using Microsoft.AspNetCore.Http;

namespace MCU.Integration.Mocks.City;

/// <summary>The city around the hub: ПОС and СЭД with a life of their own, one WireMock server each; the systems described by text share a third.</summary>
public sealed class MockCity : IAsyncDisposable
{
    private readonly CityRun _run;
    private readonly PosPlatform _platform;
    private readonly SedRegistry _registry;
    private readonly Callbacks _callbacks;
    private readonly IReadOnlyList<DescribedSystem> _systems;
    private readonly MockServer _pos;
    private readonly MockServer _sed;
    private readonly MockServer? _described;

    private MockCity(MockCityOptions options)
    {
        var samples = SampleSet.Load(options.SamplesFolder);
        _run = new CityRun(options);
        var casting = options.CastFolder is { } folder ? new CastFolder(folder, _run.Day, options.CastEvery) : null;
        var cast = casting?.Messages() ?? [.. samples.Take(options.Messages, options.FirstRound)];
        var scripts = cast.Where(sample => sample.Life.Sed is not null).ToDictionary(sample => sample.MessageId, sample => sample.Life.Sed);

        _platform = new PosPlatform(_run, samples);
        _registry = new SedRegistry(_run, id => scripts.GetValueOrDefault(id));
        _callbacks = new Callbacks(_run);
        var folders = SystemFolder.ReadAll(samples.Root, options.Systems)
            .Select(system => casting is null ? system : system with { Arrivals = casting.ArrivalsOf(system.Name) }).ToList();
        _systems = [.. folders.Select(folder => new DescribedSystem(_run, folder, samples, _callbacks, Faults))];
        var control = new CityControl(_run.Log, Faults, ["pos", "sed", .. folders.Select(folder => folder.Name)], State, message => _platform.Publish(message, SampleLife.Empty, null));
        CityMiddleware Of(Func<PathString, string> systemOf) => new(systemOf, control, Faults, _run.Clock);
        _pos = new MockServer(options.Host, options.PosPort, [samples.StubsOf("pos")], Of(_ => "pos"));
        _sed = new MockServer(options.Host, options.SedPort, [samples.StubsOf("sed")], Of(_ => "sed"));
        _described = folders.Count == 0 ? null : new MockServer(options.Host, options.SystemsPort, folders.Select(folder => folder.Stubs), Of(path => path.Value?.Split('/').ElementAtOrDefault(1) ?? ""));
        PosServer.Route(_pos, _platform, options);
        SedServer.Route(_sed, _registry, samples, options);
        _ = new SedLife(_run, _registry, _callbacks, samples, Faults);
        foreach (var system in _systems)
        {
            new DescribedRoutes(system).Route(_described!);
            system.Begin();
        }

        new PosLife(_run, _platform).Begin(cast);
    }

    /// <summary>The day on which the city began, Moscow time.</summary>
    public DateOnly Day => _run.Day;

    public Uri PosUrl => _pos.Url;

    public Uri SedUrl => _sed.Url;

    /// <summary>Base addresses of the systems that are described by text, by name.</summary>
    public IReadOnlyDictionary<string, Uri> Systems => _systems.ToDictionary(system => system.Name, system => new Uri(_described!.Url, $"/{system.Name}"));

    /// <summary>Where the systems bring their events; while null they wait.</summary>
    public Uri? Hub
    {
        get => _callbacks.Hub;
        set => _callbacks.Hub = value;
    }

    public CityLog Log => _run.Log;

    public FaultSwitch Faults { get; } = new();

    /// <summary>Nothing is due later and every event was taken; what happens next is up to the hub.</summary>
    public bool IsIdle => _run.Clock.Pending == 0 && _callbacks.Waiting == 0;

    /// <summary>Starts the servers; the first messages appear at once.</summary>
    public static MockCity Start(MockCityOptions options) => new(options);

    /// <summary>Messages and cards as they stand: what <c>GET /__city/state</c> answers.</summary>
    public JsonObject State() => new()
    {
        ["pos"] = new JsonObject { ["messages"] = _platform.State() },
        ["sed"] = new JsonObject { ["cards"] = _registry.State() },
        ["systems"] = new JsonObject(_systems.Select(system => KeyValuePair.Create(system.Name, (JsonNode?)system.State()))),
        ["pending"] = new JsonObject { ["timers"] = _run.Clock.Pending, ["callbacks"] = _callbacks.Waiting },
        ["idle"] = IsIdle,
        ["logged"] = _run.Log.Count,
    };

    public async ValueTask DisposeAsync()
    {
        await _run.Clock.DisposeAsync();
        _pos.Dispose();
        _sed.Dispose();
        _described?.Dispose();
        _callbacks.Dispose();
    }
}
