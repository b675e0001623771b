using System.Globalization;
using MCU.Integration.Console.Language;

namespace MCU.Integration.Console.Components;

/// <summary>Sizes as people read them.</summary>
internal static class Sizes
{
    public static string Say(long bytes) => bytes switch
    {
        < 1024 => Plain.Say(Texts.SizeBytes, bytes),
        < 1024 * 1024 => Plain.Say(Texts.SizeKilobytes, (bytes / 1024d).ToString("0.#", CultureInfo.CurrentCulture)),
        _ => Plain.Say(Texts.SizeMegabytes, (bytes / 1024d / 1024d).ToString("0.#", CultureInfo.CurrentCulture)),
    };
}
