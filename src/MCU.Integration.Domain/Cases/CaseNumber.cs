using System.Globalization;

namespace MCU.Integration.Domain.Cases;

/// <summary>The human case number: year and running number, such as <c>2026-000123</c>.</summary>
public static class CaseNumber
{
    /// <summary>Formats a number; more than six digits are kept, so that it never repeats.</summary>
    /// <param name="year">The local year in which the case was opened.</param>
    /// <param name="sequence">The running number of that year, from 1.</param>
    public static string Format(int year, long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        return string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{sequence:D6}");
    }
}
