using System.Text;

namespace MCU.Integration.Mocks.City;

/// <summary>What the mocks accept unless told otherwise. They protect nothing: a mock city holds invented data and listens on loopback.</summary>
public static class DemoCredentials
{
    public const string PosClientId = "mcu-demo";

    public const string PosClientSecret = "demo-client";

    public const string SedUser = "mcu-demo";

    public const string SedPassword = "demo-user";

    /// <summary>32 bytes, as the signature scheme asks for 24 to 64.</summary>
    public static string SedWebhookSecret { get; } = "whsec_" + Convert.ToBase64String(Encoding.ASCII.GetBytes("demo-only-webhook-secret-32bytes"));
}
