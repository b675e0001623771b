namespace MCU.Integration.Adapters.Manifests;

/// <summary>How the hub signs in at an outside system; the credentials themselves are settings of the connection.</summary>
public sealed record OutboundAuth(AuthKind Kind)
{
    public static OutboundAuth None { get; } = new(AuthKind.None);

    /// <summary>Header that carries an API key.</summary>
    public string Header { get; init; } = "Authorization";

    /// <summary>Text before the API key.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Token endpoint below the base address; null when the connection names it.</summary>
    public string? TokenPath { get; init; }

    public string? Scope { get; init; }

    /// <summary>Client id and secret go as basic authentication instead of the form body (RFC 6749 §2.3.1).</summary>
    public bool ClientInHeader { get; init; }
}
