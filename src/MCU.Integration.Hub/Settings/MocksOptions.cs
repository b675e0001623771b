namespace MCU.Integration.Hub.Settings;

/// <summary>The mock city inside the hub; exists in Debug builds only.</summary>
public sealed class MocksOptions
{
    public const string Section = "Hub:Mocks";

    /// <summary>Start mocks of the outside systems in this process and connect the adapters to them. <value>The default is true in Development and false otherwise.</value></summary>
    public bool? Enabled { get; set; }
}
