using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Hub.Settings;

/// <summary>The mock city inside the hub; exists in Debug builds only.</summary>
public sealed class MocksOptions
{
    public const string Section = "Hub:Mocks";

    /// <summary>Start mocks of the outside systems in this process and connect the adapters to them. <value>The default is true in Development and false otherwise.</value></summary>
    public bool? Enabled { get; set; }

    /// <summary>Port of the ПОС mock on loopback; 0 = any. <value>The default is 8081.</value></summary>
    [Range(0, 65535)]
    public int PosPort { get; set; } = 8081;

    /// <summary>Port of the СЭД mock on loopback; 0 = any. <value>The default is 8082.</value></summary>
    [Range(0, 65535)]
    public int SedPort { get; set; } = 8082;

    /// <summary>Port that the systems described by text share on loopback; 0 = any. <value>The default is the port after that of the СЭД, or any when that is any.</value></summary>
    [Range(0, 65535)]
    public int? SystemsPort { get; set; }

    /// <summary>Which of the systems described by <c>mocks/&lt;system&gt;/mock.json</c> live: their names separated by commas, <c>all</c> or <c>none</c>. <value>The default is all.</value></summary>
    public string Systems { get; set; } = "all";

    /// <summary>Multiplies every delay of the city's life; 0.01 makes a day of it a moment. <value>The default is 1.</value></summary>
    [Range(0.0, 1000.0)]
    public double Pace { get; set; } = 1;
}
