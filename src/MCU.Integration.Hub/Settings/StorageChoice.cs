using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Hub.Settings;

/// <summary>Which database the hub works on. Its address is <c>ConnectionStrings__Hub</c>.</summary>
public sealed class StorageChoice
{
    public const string Section = "Hub:Storage";

    /// <summary><c>sqlite</c> (embedded, one node) or <c>postgres</c>. <value>The default is <c>sqlite</c>.</value></summary>
    [RegularExpression("sqlite|postgres")]
    public string Provider { get; set; } = "sqlite";
}
