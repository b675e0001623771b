using System.ComponentModel.DataAnnotations;
using System.Net;

namespace MCU.Integration.Adapters.Transport;

/// <summary>What requests to outside systems may do; section <c>Hub:Outbound</c>.</summary>
public sealed class OutboundOptions : IValidatableObject
{
    public const string Section = "Hub:Outbound";

    /// <summary>Systems on this machine may be called. <value>The default is false; Development sets it.</value></summary>
    public bool AllowLoopback { get; set; }

    /// <summary>Systems in private networks (RFC 1918, fc00::/7, 100.64.0.0/10) may be called. <value>The default is false: list them in <see cref="AllowedNetworks"/> instead.</value></summary>
    public bool AllowPrivateNetworks { get; set; }

    /// <summary>Networks that may be called besides public ones, such as <c>10.20.0.0/16</c>. <value>The default is none.</value></summary>
    public IList<string> AllowedNetworks { get; } = [];

    /// <summary>Largest answer that is read, attachments apart, in bytes after decompression. <value>The default is 8 MiB.</value></summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxResponseBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>For the connection alone. <value>The default is 5 seconds.</value></summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:02:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>For a request of an HTTP activity, its answer included; shorter than a lease of work (<c>Hub:Bursts:Lease</c>). <value>The default is 30 seconds.</value></summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan WorkflowTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Requests within <see cref="BreakerWindow"/> from which on the breaker judges. <value>The default is 8.</value></summary>
    [Range(2, 10_000)]
    public int BreakerMinimumRequests { get; set; } = 8;

    /// <summary>Share of failed requests at which the breaker opens. <value>The default is 0.5.</value></summary>
    [Range(0.01, 1.0)]
    public double BreakerFailureRatio { get; set; } = 0.5;

    /// <summary>What the breaker looks back on. <value>The default is 30 seconds.</value></summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "01:00:00")]
    public TimeSpan BreakerWindow { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an open breaker keeps an adapter to itself before one request tries again. <value>The default is 10 seconds.</value></summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "01:00:00")]
    public TimeSpan BreakerPause { get; set; } = TimeSpan.FromSeconds(10);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        AllowedNetworks.Where(text => !IPNetwork.TryParse(text, out _))
            .Select(text => new ValidationResult($"'{text}' is not a network such as 10.20.0.0/16.", [nameof(AllowedNetworks)]));
}
