using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Tests.Content;

namespace MCU.Integration.Domain.Tests.Deadlines;

public sealed class CalendarSetTests
{
    [Theory]
    [InlineData("2026-09-30", new int[0])]
    [InlineData("2026-10-01", new[] { 2027 })]
    [InlineData("2027-01-01", new[] { 2027 })]
    [InlineData("2027-12-31", new[] { 2027, 2028 })]
    public void MissingYears_FromOctober_AsksForTheNextYear(string today, int[] missing) =>
        ShippedRules.Content.Calendars.MissingYears(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(missing);
}
