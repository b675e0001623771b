namespace MCU.Integration.Console.Pages.Cases;

/// <summary>Tells a search for a person from a search for a number.</summary>
internal static class PersonText
{
    /// <summary>An e-mail address, a phone, or words without digits: case numbers and outside ids always have digits.</summary>
    public static bool LooksPersonal(string text) => text.Contains('@') || !text.Any(char.IsAsciiDigit) || LooksLikePhone(text);

    // A case number has ten digits too, but begins with its year; a Russian mobile phone without its prefix begins with 9.
    private static bool LooksLikePhone(string text) =>
        text.All(character => char.IsAsciiDigit(character) || "+-() ".Contains(character))
        && string.Concat(text.Where(char.IsAsciiDigit)) is var digits
        && (text.StartsWith('+') || digits is { Length: 11 } and ['7' or '8', ..] or { Length: 10 } and ['9', ..]);
}
