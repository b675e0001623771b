using System.Globalization;

namespace MCU.Integration.Domain.Rules;

/// <summary>A day of any year, written <c>MM-dd</c>.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
public readonly record struct MonthDay(int Month, int Day) : IComparable<MonthDay>
{
    /// <summary>Order by month and day.</summary>
    public static bool operator <(MonthDay left, MonthDay right) => left.CompareTo(right) < 0;

    /// <summary>Order by month and day.</summary>
    public static bool operator >(MonthDay left, MonthDay right) => left.CompareTo(right) > 0;

    /// <summary>Order by month and day.</summary>
    public static bool operator <=(MonthDay left, MonthDay right) => left.CompareTo(right) <= 0;

    /// <summary>Order by month and day.</summary>
    public static bool operator >=(MonthDay left, MonthDay right) => left.CompareTo(right) >= 0;

    /// <summary>The day of a date.</summary>
    public static MonthDay Of(DateOnly date) => new(date.Month, date.Day);

    /// <summary>Reads <c>MM-dd</c>; 29 February is a day.</summary>
    public static bool TryParse(string text, out MonthDay day)
    {
        var parsed = DateOnly.TryParseExact("2024-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        day = parsed ? Of(date) : default;
        return parsed;
    }

    /// <inheritdoc/>
    public int CompareTo(MonthDay other) => (Month, Day).CompareTo((other.Month, other.Day));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Month:D2}-{Day:D2}");
}
