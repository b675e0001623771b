using System.Globalization;
using DotLiquid;
using MCU.Integration.Mapping.JmesPath;

namespace MCU.Integration.Mapping.Maps;

/// <summary>Filters that replace DotLiquid's own: those depend on the machine's zone and culture.</summary>
public static class LiquidFilters
{
    internal const string ZoneRegister = "zone";

    // Spelt out, because a machine without ICU data knows no Russian.
    private static readonly DateTimeFormatInfo Russian = new()
    {
        MonthNames = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь", ""],
        MonthGenitiveNames = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря", ""],
        AbbreviatedMonthNames = ["янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек.", ""],
        AbbreviatedMonthGenitiveNames = ["янв.", "февр.", "мар.", "апр.", "мая", "июн.", "июл.", "авг.", "сент.", "окт.", "нояб.", "дек.", ""],
        DayNames = ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"],
        AbbreviatedDayNames = ["вс", "пн", "вт", "ср", "чт", "пт", "сб"],
        DateSeparator = ".",
        ShortDatePattern = "dd.MM.yyyy",
        LongDatePattern = "d MMMM yyyy 'г.'",
        ShortTimePattern = "HH:mm",
        LongTimePattern = "HH:mm:ss",
        FirstDayOfWeek = DayOfWeek.Monday,
    };

    /// <summary><c>{{ item.at | date: 'd MMMM yyyy' }}</c>: a .NET format in Russian, in the map's zone. What is no date stays as it is.</summary>
    public static object? Date(Context context, object? input, string format)
    {
        if (input is not string text || context.Registers[ZoneRegister] is not TimeZoneInfo zone || Conversion.Read(JmesValue.Of(text), null, zone) is not { } instant)
        {
            return input;
        }

        return TimeZoneInfo.ConvertTime(instant, zone).ToString(format, Russian);
    }
}
