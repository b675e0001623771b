using System.Globalization;

namespace MCU.Integration.Console.Language;

/// <summary>Puts values into texts.</summary>
public static class Plain
{
    public static string Say(string text, params object?[] values) => string.Format(CultureInfo.CurrentCulture, text, values);

    /// <summary>Chooses the form that goes with a number.</summary>
    /// <param name="forms">Forms separated by <c>|</c>: one and many, or one, few and many as in Russian.</param>
    public static string Count(string forms, long number)
    {
        var choices = forms.Split('|');
        var form = choices.Length == 3 ? Slavic(number) : Math.Abs(number) == 1 ? 0 : 1;
        return string.Format(CultureInfo.CurrentCulture, choices[Math.Min(form, choices.Length - 1)], number);
    }

    public static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private static int Slavic(long number)
    {
        var tens = Math.Abs(number) % 100;
        var ones = tens % 10;
        return tens is >= 11 and <= 14 ? 2 : ones == 1 ? 0 : ones is >= 2 and <= 4 ? 1 : 2;
    }
}
