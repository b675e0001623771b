using MCU.Integration.Mocks.City;
using MCU.Integration.TestSupport;

namespace MCU.Integration.FunctionalTests.City;

/// <summary>A hub in a hurry, with the sample city around it that plays as fast as it can.</summary>
internal sealed class SampleCityHub(bool onPostgres) : CityHub
{
    private string? _database;

    protected override string ContentRoot => TestContent.InAHurry;

    protected override MockCityOptions CityOptions => new()
    {
        Systems = null,
        CastFolder = SampleCity.Folder,
        CastEvery = SampleCity.Every,
        SamplesFolder = Path.Combine(TestContent.Root, "mocks", "samples"),
        Pace = 0.01,
        CallbackFirstDelay = TimeSpan.FromMilliseconds(50),
        CallbackMaxDelay = TimeSpan.FromMilliseconds(500),
    };

    protected override async Task<IReadOnlyList<string>> SettingsAsync()
    {
        _database = onPostgres ? await TestPostgres.CreateDatabaseAsync() : null;
        return
        [
            .. await base.SettingsAsync(),
            "--Hub:Outbound:BreakerPause=00:00:00.500",
            "--Hub:Deliveries:PollInterval=00:00:00.200",
            .. _database is null ? Array.Empty<string>() : ["--Hub:Storage:Provider=postgres", $"--ConnectionStrings:Hub={_database}"],
        ];
    }

    protected override async Task CleanAsync()
    {
        await base.CleanAsync();
        if (_database is not null)
        {
            await TestPostgres.DropDatabaseAsync(_database);
        }
    }
}
