#if DEBUG
using MCU.Integration.Hub.Settings;
using MCU.Integration.Mocks.City;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MCU.Integration.Hub.Mocks;

/// <summary>Starts the mock city in this process and connects the adapters to it. Debug builds only: a Release build does not contain it.</summary>
internal static partial class CityInside
{
    private const int RoundsAtMost = 1_000_000;

    private static readonly DateTimeOffset RoundsSince = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void AddMockCity(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection(MocksOptions.Section).Get<MocksOptions>() ?? new();
        if (!(settings.Enabled ?? builder.Environment.IsDevelopment()))
        {
            return;
        }

        var root = builder.Configuration["Hub:Content:Root"] is { Length: > 0 } given ? given : HubSettings.NearestContentRoot(builder.Environment.ContentRootPath);
        var city = MockCity.Start(new()
        {
            PosPort = settings.PosPort,
            SedPort = settings.SedPort,
            SystemsPort = settings.SystemsPort ?? (settings.SedPort == 0 ? 0 : settings.SedPort + 1),
            Systems = settings.Systems == "all" ? null : settings.Systems.Split(',', StringSplitOptions.TrimEntries),
            Pace = settings.Pace,

            // A second start on the same data must bring new messages, not the ones that the hub knows already.
            FirstRound = (int)((TimeProvider.System.GetUtcNow() - RoundsSince).TotalMinutes % RoundsAtMost),
            SamplesFolder = root is null ? null : Path.Combine(root, "mocks", "samples"),
        });
        builder.Configuration.AddInMemoryCollection(
        [
            KeyValuePair.Create("Hub:Outbound:AllowLoopback", (string?)"true"),
            .. Connection("pos", city.PosUrl),
            .. Connection("sed", city.SedUrl),
            .. city.Systems.SelectMany(system => Connection(system.Key, system.Value)),
        ]);

        // A factory, so that the container ends the city together with the hub.
        builder.Services.AddSingleton(_ => city);
    }

    // An adapter takes of these what its manifest asks for.
    private static IEnumerable<KeyValuePair<string, string?>> Connection(string adapter, Uri url) =>
    [
        new($"Hub:Adapters:{adapter}:BaseUrl", url.ToString()),
        new($"Hub:Adapters:{adapter}:ClientId", DemoCredentials.PosClientId),
        new($"Hub:Adapters:{adapter}:ClientSecret", DemoCredentials.PosClientSecret),
        new($"Hub:Adapters:{adapter}:User", DemoCredentials.User),
        new($"Hub:Adapters:{adapter}:Password", DemoCredentials.Password),
        new($"Hub:Adapters:{adapter}:ApiKey", DemoCredentials.ApiKey),
        new($"Hub:Adapters:{adapter}:WebhookSecret", DemoCredentials.WebhookSecret),
    ];

    /// <summary>Tells the city where the hub listens, once it does.</summary>
    public static void ConnectMockCity(this WebApplication app)
    {
        if (app.Services.GetService<MockCity>() is not { } city)
        {
            return;
        }

        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(CityInside).FullName!);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
            if (Uri.TryCreate(address?.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal), UriKind.Absolute, out var hub))
            {
                city.Hub = hub;
                Log.CityConnected(logger, city.PosUrl, city.SedUrl, string.Join(", ", city.Systems.Values), hub);
            }
        });
    }

    private static partial class Log
    {
        [LoggerMessage(5401, LogLevel.Information, "The mock city is up: ПОС {Pos}, СЭД {Sed}, others {Systems} (what they saw: /__city/log), hub {Hub}")]
        public static partial void CityConnected(ILogger logger, Uri pos, Uri sed, string systems, Uri hub);
    }
}
#endif
