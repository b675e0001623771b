using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Hub.Settings;

/// <summary>The first admin, for unattended set-up. Without a password a one-time link is printed at first start.</summary>
public sealed class AdminOptions
{
    public const string Section = "Hub:Admin";

    /// <summary>Password of the user <c>admin</c>; used while no user has a password. <value>There is no default.</value></summary>
    [MinLength(12)]
    public string? Password { get; set; }

    /// <summary>An API key with all rights; revoked when the setting changes. <value>There is no default.</value></summary>
    [MinLength(32)]
    public string? ApiKey { get; set; }
}
