using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Workflows.Expressions.JavaScript;

/// <summary>The limits of one evaluation of a script.</summary>
public sealed class JavaScriptOptions
{
    /// <summary>The longest run.</summary>
    /// <value>The default is 2 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The most bytes that a run may allocate.</summary>
    /// <value>The default is 64 MiB.</value>
    [Range(1_000_000, 4_000_000_000)]
    public long MemoryLimit { get; set; } = 64 * 1024 * 1024;

    /// <summary>The most statements that a run may execute.</summary>
    /// <value>The default is 5,000,000.</value>
    [Range(1_000, int.MaxValue)]
    public int MaxStatements { get; set; } = 5_000_000;

    /// <summary>The deepest recursion.</summary>
    /// <value>The default is 200.</value>
    [Range(10, 2_000)]
    public int MaxRecursion { get; set; } = 200;

    /// <summary>The longest run of one regular expression.</summary>
    /// <value>The default is 250 milliseconds.</value>
    public TimeSpan RegexTimeout { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The most characters and list items that a run may build by built-in functions (<c>repeat</c>, <c>join</c>, <c>replace</c>, <c>JSON.stringify</c> …), and that its result may have.</summary>
    /// <value>The default is 8,000,000.</value>
    [Range(10_000, 500_000_000)]
    public int MaxBuiltLength { get; set; } = 8_000_000;

    /// <summary>The longest list.</summary>
    /// <value>The default is 1,000,000.</value>
    [Range(1_000, 100_000_000)]
    public uint MaxListLength { get; set; } = 1_000_000;

    /// <summary>The longest script in characters.</summary>
    /// <value>The default is 200,000.</value>
    [Range(100, 10_000_000)]
    public int MaxScriptLength { get; set; } = 200_000;
}
