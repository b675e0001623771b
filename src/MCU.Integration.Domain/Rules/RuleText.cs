using System.Buffers;
using System.Text;

namespace MCU.Integration.Domain.Rules;

/// <summary>How texts and keywords are made comparable.</summary>
public static class RuleText
{
    /// <summary>Lower case, ё as е, everything but letters and digits as one space, one space at both ends.</summary>
    public static string Normalise(string text)
    {
        var composed = text.Normalize(NormalizationForm.FormC);
        var buffer = ArrayPool<char>.Shared.Rent(composed.Length + 2);
        try
        {
            var length = 0;
            buffer[length++] = ' ';
            foreach (var character in composed)
            {
                if (char.IsLetterOrDigit(character))
                {
                    var lower = char.ToLowerInvariant(character);
                    buffer[length++] = lower == 'ё' ? 'е' : lower;
                }
                else if (buffer[length - 1] != ' ')
                {
                    buffer[length++] = ' ';
                }
            }

            if (buffer[length - 1] != ' ')
            {
                buffer[length++] = ' ';
            }

            return new(buffer, 0, length);
        }
        finally
        {
            // The text is personal: it does not stay behind in a shared buffer.
            ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        }
    }
}
