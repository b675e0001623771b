using System.Text;

namespace MCU.Integration.Domain.Applicants;

/// <summary>
/// How values are made equal before they go into the blind index, and in the same way before a search. A value that cannot be
/// normalised gives null and is not indexed.
/// </summary>
public static class ApplicantIndex
{
    private const int PhoneDigits = 11;
    private const int MaxForeignDigits = 15;

    /// <summary>All terms of an applicant.</summary>
    public static IReadOnlyList<IndexTerm> TermsOf(Applicant applicant)
    {
        List<IndexTerm> terms = [];
        Add(IndexField.LastName, applicant.LastName);
        Add(IndexField.Phone, applicant.Phone);
        Add(IndexField.Email, applicant.Email);
        return terms;

        void Add(IndexField field, string? value)
        {
            if (Normalise(field, value) is { } normal)
            {
                terms.Add(new(field, normal));
            }
        }
    }

    /// <summary>The normalised value of a field, or null.</summary>
    public static string? Normalise(IndexField field, string? value) => field switch
    {
        IndexField.LastName => LastName(value),
        IndexField.Phone => Phone(value),
        _ => Email(value),
    };

    /// <summary>Surname: lower case, ё as е, single spaces, hyphens without spaces around them.</summary>
    public static string? LastName(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var result = new StringBuilder(value.Length);
        foreach (var character in value.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetter(character))
            {
                var lower = char.ToLowerInvariant(character);
                result.Append(lower == 'ё' ? 'е' : lower);
            }
            else if (char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.DashPunctuation)
            {
                TrimEnd(result);
                result.Append('-');
            }
            else if (char.IsWhiteSpace(character) && result.Length > 0 && result[^1] is not (' ' or '-'))
            {
                result.Append(' ');
            }
        }

        TrimEnd(result);
        return result.Length == 0 ? null : result.ToString();
    }

    /// <summary>Phone: +7 and ten digits for Russian numbers however written (8…, 7…, ten digits), + and digits for others.</summary>
    public static string? Phone(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var digits = string.Concat(value.Where(char.IsAsciiDigit));
        return digits.Length switch
        {
            PhoneDigits - 1 => "+7" + digits,
            PhoneDigits when digits[0] is '7' or '8' => "+7" + digits[1..],
            >= PhoneDigits and <= MaxForeignDigits => "+" + digits,
            _ => null,
        };
    }

    /// <summary>E-mail: trimmed, lower case.</summary>
    public static string? Email(string? value)
    {
        var trimmed = value?.Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(trimmed) || !trimmed.Contains('@', StringComparison.Ordinal) ? null : trimmed;
    }

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }
    }
}
