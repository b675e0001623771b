using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Workflows.Expressions.Liquid;

/// <summary>The limits of one rendering of a template.</summary>
public sealed class LiquidOptions
{
    /// <summary>The longest rendering.</summary>
    /// <value>The default is 2 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The most characters that a template may write.</summary>
    /// <value>The default is 1,000,000.</value>
    [Range(1_000, 100_000_000)]
    public int MaxOutputLength { get; set; } = 1_000_000;

    /// <summary>The most rounds of all loops together.</summary>
    /// <value>The default is 100,000.</value>
    [Range(100, 10_000_000)]
    public int MaxIterations { get; set; } = 100_000;

    /// <summary>The longest template in characters.</summary>
    /// <value>The default is 200,000.</value>
    [Range(100, 10_000_000)]
    public int MaxTemplateLength { get; set; } = 200_000;
}
