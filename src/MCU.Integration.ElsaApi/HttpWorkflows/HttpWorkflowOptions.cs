using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.ElsaApi.HttpWorkflows;

/// <summary>Where workflows answer requests.</summary>
public sealed class HttpWorkflowOptions
{
    public const string Section = "Hub:Workflows:Http";

    /// <summary>Base path of HTTP endpoints of workflows; Elsa Studio itself uses <c>/workflows</c>. <value>The default is <c>/workflows-http</c>.</value></summary>
    [RegularExpression("^(/[A-Za-z0-9._~-]+)+$")]
    public string Path { get; set; } = "/workflows-http";

    /// <summary>
    /// Address of the hub as outside systems reach it, for addresses that workflows give out. <value>The default is the first address that the hub listens on.</value>
    /// </summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Longest time that a request may take whose endpoint sets no limit. <value>The default is 2 minutes.</value></summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromMinutes(2);
}
