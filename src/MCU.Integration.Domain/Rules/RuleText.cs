using System.Text;

namespace MCU.Integration.Domain.Rules;

/// <summary>How texts and keywords are made comparable.</summary>
public static class RuleText
{
    /// <summary>Lower case, ё as е, everything but letters and digits as one space, one space at both ends.</summary>
    public static string Normalise(string text)
    {
        var result = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var character in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(character))
            {
                var lower = char.ToLowerInvariant(character);
                result.Append(lower == 'ё' ? 'е' : lower);
            }
            else if (result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return (result[^1] == ' ' ? result : result.Append(' ')).ToString();
    }
}
