using System.Text;

namespace MCU.Integration.Mocks.City;

/// <summary>What the mocks accept unless told otherwise. They protect nothing: a mock city holds invented data and listens on loopback.</summary>
public static class DemoCredentials
{
    public const string PosClientId = "mcu-demo";

    public const string PosClientSecret = "demo-client";

    public const string User = "mcu-demo";

    public const string Password = "demo-user";

    /// <summary>For systems that are signed in to by a key.</summary>
    public const string ApiKey = "demo-key";

    /// <summary>32 bytes, as the signature scheme asks for 24 to 64.</summary>
    public static string WebhookSecret { get; } = "whsec_" + Convert.ToBase64String(Encoding.ASCII.GetBytes("demo-only-webhook-secret-32bytes"));
}
