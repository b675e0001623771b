namespace MCU.Integration.Hub.SignIn;

/// <summary>Authentication schemes.</summary>
internal static class HubSchemes
{
    /// <summary>Chooses one of the others by the request.</summary>
    public const string Any = "hub";

    /// <summary>Session of a browser.</summary>
    public const string Cookie = "hub.cookie";

    /// <summary><c>Authorization: ApiKey …</c> or <c>Bearer …</c>.</summary>
    public const string ApiKey = "hub.key";
}
