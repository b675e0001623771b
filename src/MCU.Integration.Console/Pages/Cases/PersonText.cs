namespace MCU.Integration.Console.Pages.Cases;

/// <summary>Tells a search for a person from a search for a number.</summary>
internal static class PersonText
{
    private const int PhoneDigits = 10;

    /// <summary>An e-mail address, a phone, or words without digits: a case number and outside ids always have digits.</summary>
    public static bool LooksPersonal(string text) =>
        text.Contains('@') || !text.Any(char.IsAsciiDigit) || (text.Count(char.IsAsciiDigit) >= PhoneDigits && text.All(character => char.IsAsciiDigit(character) || "+-() ".Contains(character)));
}
