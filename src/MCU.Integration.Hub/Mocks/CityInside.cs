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
            Pace = settings.Pace,

            // A second start on the same data must bring new messages, not the ones that the hub knows already.
            FirstRound = (int)((TimeProvider.System.GetUtcNow() - RoundsSince).TotalMinutes % RoundsAtMost),
            SamplesFolder = root is null ? null : Path.Combine(root, "mocks", "samples"),
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Hub:Adapters:pos:BaseUrl"] = city.PosUrl.ToString(),
            ["Hub:Adapters:pos:ClientId"] = DemoCredentials.PosClientId,
            ["Hub:Adapters:pos:ClientSecret"] = DemoCredentials.PosClientSecret,
            ["Hub:Adapters:sed:BaseUrl"] = city.SedUrl.ToString(),
            ["Hub:Adapters:sed:User"] = DemoCredentials.SedUser,
            ["Hub:Adapters:sed:Password"] = DemoCredentials.SedPassword,
            ["Hub:Adapters:sed:WebhookSecret"] = DemoCredentials.SedWebhookSecret,
            ["Hub:Outbound:AllowLoopback"] = "true",
        });

        // A factory, so that the container ends the city together with the hub.
        builder.Services.AddSingleton(_ => city);
    }

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
                Log.CityConnected(logger, city.PosUrl, city.SedUrl, hub);
            }
        });
    }

    private static partial class Log
    {
        [LoggerMessage(5401, LogLevel.Information, "The mock city is up: ПОС {Pos}, СЭД {Sed} (what they saw: /__city/log), hub {Hub}")]
        public static partial void CityConnected(ILogger logger, Uri pos, Uri sed, Uri hub);
    }
}
#endif
