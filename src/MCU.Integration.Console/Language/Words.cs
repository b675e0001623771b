namespace MCU.Integration.Console.Language;

/// <summary>The one place where the vocabulary of the hub gets its words for people.</summary>
public static class Words
{
    /// <summary>Word of an enumeration's value; the key is <c>MainStatus_InProgress</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Find($"{typeof(T).Name}_{value}") ?? value.ToString();

    /// <summary>Word of a code that other rooms give; codes that are not known here are shown as <paramref name="otherwise"/>, or as they are.</summary>
    public static string Code(string family, string code, string? otherwise = null) =>
        Find($"{family}_{code.Replace('.', '_').Replace('-', '_')}") ?? otherwise ?? code;

    /// <summary>Word of a reason; of <c>status_503</c> and the like the number is kept.</summary>
    public static string Reason(string code)
    {
        var number = code.AsSpan(code.LastIndexOf('_') + 1);
        return int.TryParse(number, out var status) && Find($"Reason_{code[..^(number.Length + 1)]}") is { } text ? Plain.Say(text, status) : Code("Reason", code);
    }

    private static string? Find(string key) => Texts.ResourceManager.GetString(key);
}
