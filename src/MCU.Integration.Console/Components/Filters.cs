using MCU.Integration.Domain.Values;
using Microsoft.AspNetCore.Components;

namespace MCU.Integration.Console.Components;

/// <summary>Filters live in the address, so that a view can be linked to and the back button works. Nothing personal may go there.</summary>
internal static class Filters
{
    /// <summary>The value of an address' word; null when there is none or it is not known.</summary>
    public static T? Read<T>(string? word)
        where T : struct, Enum => EnumWord.TryParse<T>(word, out var value) ? value : null;

    /// <summary>Goes to the same page with one filter changed; null or empty takes it away.</summary>
    public static void Set(this NavigationManager navigation, string name, string? value) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameter(name, value is "" ? null : value));
}
