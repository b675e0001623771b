using System.Globalization;
using MCU.Integration.CrashTests.Judging;
using MCU.Integration.TestSupport;

namespace MCU.Integration.CrashTests.Hosting;

/// <summary>The mock city as a process of its own.</summary>
internal sealed class MocksProcess : IDisposable
{
    private readonly ChildProcess _process;

    private MocksProcess(ChildProcess process, Uri pos, Uri sed) => (_process, Pos, Sed) = (process, pos, sed);

    public Uri Pos { get; }

    public Uri Sed { get; }

    /// <param name="pace">Multiplier of the city's delays.</param>
    public static async Task<MocksProcess> StartAsync(Uri hub, double pace)
    {
        var pos = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var sed = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var process = ChildProcess.Start("MCU.Integration.Mocks",
        [
            "--urls", $"pos={pos.GetLeftPart(UriPartial.Authority)}", $"sed={sed.GetLeftPart(UriPartial.Authority)}",
            "--hub", hub.GetLeftPart(UriPartial.Authority),
            "--samples", Path.Combine(TestContent.Root, "mocks", "samples"),
            "--pace", pace.ToString(CultureInfo.InvariantCulture),
        ]);
        using var city = new CityView(pos, sed);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        while (!await IsUpAsync(city))
        {
            if (process.HasExited || patience.IsCancellationRequested)
            {
                var output = process.Output;
                process.Dispose();
                throw new InvalidOperationException($"The mock city does not start: {output}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }

        return new(process, pos, sed);
    }

    public void Dispose() => _process.Dispose();

    private static async Task<bool> IsUpAsync(CityView city)
    {
        try
        {
            await city.StateAsync();
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
