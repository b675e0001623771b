namespace MCU.Integration.Domain.Indicators;

/// <summary>What the cases of a row have in common; null = not told apart, <c>unknown</c> = they do not say.</summary>
public sealed record IndicatorDimension(string? Source, string? Block, string? Category, string? Subcategory)
{
    /// <summary>Value of an aspect that a case says nothing about.</summary>
    public const string Unknown = "unknown";
}
