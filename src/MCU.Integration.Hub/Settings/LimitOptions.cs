using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Hub.Settings;

/// <summary>What one request may cost.</summary>
public sealed class LimitOptions
{
    public const string Section = "Hub:Limits";

    /// <summary>Largest body of any other request, in bytes. <value>The default is 10 MiB.</value></summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public long MaxRequestBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>How long a request may take to send its body. <value>The default is 30 seconds.</value></summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Slowest body that is put up with after a grace of 5 seconds, in bytes a second. <value>The default is 240.</value></summary>
    [Range(1, 1_000_000)]
    public double MinBodyRate { get; set; } = 240;

    /// <summary>Sign-in attempts a minute from one address. <value>The default is 20.</value></summary>
    [Range(1, 10_000)]
    public int SignInsPerMinute { get; set; } = 20;

    /// <summary>Connections open at once. <value>The default is 1000.</value></summary>
    [Range(1, 100_000)]
    public long MaxConnections { get; set; } = 1000;
}
