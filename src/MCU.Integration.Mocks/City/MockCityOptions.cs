namespace MCU.Integration.Mocks.City;

/// <summary>How a mock city is started; every value has a default that suits the demo.</summary>
public sealed record MockCityOptions
{
    /// <value>Address that both servers listen on; the default value is <c>127.0.0.1</c>.</value>
    public string Host { get; init; } = "127.0.0.1";

    /// <value>Port of the ПОС mock; 0 (the default) takes a free one.</value>
    public int PosPort { get; init; }

    /// <value>Port of the СЭД mock; 0 (the default) takes a free one.</value>
    public int SedPort { get; init; }

    /// <value>Port that the systems described by <c>mocks/&lt;system&gt;/mock.json</c> share, each below a path of its own; 0 (the default) takes a free one.</value>
    public int SystemsPort { get; init; }

    /// <value>Which of the described systems live; the default value is none. Null = all.</value>
    public IReadOnlyCollection<string>? Systems { get; init; } = [];

    /// <value>Base address of the hub that the systems call back; null (the default) keeps its events waiting until one is set.</value>
    public Uri? Hub { get; init; }

    /// <value>Folder with <c>NNN/</c> samples and <c>files/</c>; null (the default) looks upward for <c>mocks/samples</c>.</value>
    public string? SamplesFolder { get; init; }

    /// <value>Folder of a cast that plays instead of samples and arrivals, such as <c>mocks/city</c>; null (the default) = none.</value>
    public string? CastFolder { get; init; }

    /// <value>Only every n-th submission of each channel plays; the default value is 1: all of them.</value>
    public int CastEvery { get; init; } = 1;

    /// <value>How many messages arrive; null (the default) = as many as there are samples. Above that number the samples repeat under new ids.</value>
    public int? Messages { get; init; }

    /// <value>Shifts the ids of the samples, so that a city started again brings new messages; the default value is 0.</value>
    public int FirstRound { get; init; }

    /// <value>Multiplier of every delay of the lives: 1 (the default) plays the city in about a minute, 0.001 as fast as it can.</value>
    public double Pace { get; init; } = 1;

    /// <value>Seconds between two messages at pace 1; the default value is 1.</value>
    public double Interval { get; init; } = 1;

    /// <value>Makes ids and jitter repeatable; the default value is 2026.</value>
    public int Seed { get; init; } = 2026;

    /// <value>Whether the ПОС event feed also shows changes that the hub itself made, with its <c>origin_id</c>; the default value is true.</value>
    public bool PosEchoes { get; init; } = true;

    public string PosClientId { get; init; } = DemoCredentials.PosClientId;

    public string PosClientSecret { get; init; } = DemoCredentials.PosClientSecret;

    /// <value>Life of an access token; the default value is 5 minutes. Measured by <see cref="Time"/>, not by the pace.</value>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(5);

    public string User { get; init; } = DemoCredentials.User;

    /// <value>Key of the systems that are signed in to by one.</value>
    public string ApiKey { get; init; } = DemoCredentials.ApiKey;

    public string Password { get; init; } = DemoCredentials.Password;

    /// <value>Secret of the Standard Webhooks signature, <c>whsec_</c> and base64.</value>
    public string WebhookSecret { get; init; } = DemoCredentials.WebhookSecret;

    /// <value>Attempts to bring one event to the hub before it is given up; the default value is 1,000.</value>
    public int CallbackAttempts { get; init; } = 1_000;

    /// <value>Delay before an event is tried again; doubles up to <see cref="CallbackMaxDelay"/>. The default value is 100 ms.</value>
    public TimeSpan CallbackFirstDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <value>The default value is 2 seconds.</value>
    public TimeSpan CallbackMaxDelay { get; init; } = TimeSpan.FromSeconds(2);

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
