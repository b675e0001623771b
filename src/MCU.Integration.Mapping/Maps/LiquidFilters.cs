using System.Globalization;
using DotLiquid;
using MCU.Integration.Mapping.JmesPath;

namespace MCU.Integration.Mapping.Maps;

/// <summary>Filters that replace DotLiquid's own: those depend on the machine's zone and culture.</summary>
public static class LiquidFilters
{
    internal const string ZoneRegister = "zone";

    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

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
