namespace MCU.Integration.Mocks.City;

/// <summary>What the systems of one running city share.</summary>
internal sealed class CityRun(MockCityOptions options)
{
    public MockCityOptions Options => options;

    public LifeClock Clock { get; } = new(options.Time, options.Pace);

    public CityLog Log { get; } = new(options.Time);

    /// <summary>Tells one start of the city from the next: ids and cursors that it gives out carry it, because it remembers nothing.</summary>
    public long Epoch { get; } = options.Time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The day on which the city began.</summary>
    public DateOnly Day { get; } = DateOnly.FromDateTime(options.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(3)).DateTime);

    /// <summary>The time of day in the city: Moscow time, without changes since 2014.</summary>
    public string Now() => options.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(3)).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", null);

    public string Today() => Now()[..10];
}
