using MCU.Integration.TestSupport;

namespace MCU.Integration.FunctionalTests.City;

/// <summary>
/// The whole sample city through every channel, while all systems misbehave in every way: each submission becomes what its file says, nothing is doubled anywhere, and
/// the heat map shows what the files say.
/// </summary>
public sealed class SampleCityTests
{
    [Fact]
    public Task City_OnSqlite_BecomesWhatItsFilesSay() => PlayAsync(onPostgres: false);

    [Fact]
    public Task City_OnPostgres_BecomesWhatItsFilesSay()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        return PlayAsync(onPostgres: true);
    }

    private static async Task PlayAsync(bool onPostgres)
    {
        await using var hub = new SampleCityHub(onPostgres);
        await hub.InitializeAsync();
        var city = new SampleCity(hub.City.Day);
        city.Submissions.ShouldBeGreaterThanOrEqualTo(300 / SampleCity.Every);
        using var run = new SampleCityRun(hub, city);

        await run.ImportTablesAsync();
        var weather = new FaultWeather(hub.City.Faults);
        using (var calm = new CancellationTokenSource())
        {
            var blowing = weather.BlowAsync(SampleCity.IsWhole ? 200 : 10, calm.Token);
            await run.SettleAsync();
            await calm.CancelAsync();
            await blowing;
        }

        (await run.BecomeAsync()).ShouldBeEmpty();
        if (SampleCity.IsWhole)
        {
            FaultWeather.All.Except(weather.Felt).ShouldBeEmpty();
        }

        await run.ShowHeatMapAsync();
        run.HeatMapDifferences().ShouldBeEmpty();
    }
}
