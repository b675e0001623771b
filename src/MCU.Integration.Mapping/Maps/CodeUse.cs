using MCU.Integration.Mapping.CodeLists;

namespace MCU.Integration.Mapping.Maps;

/// <summary>A code that a map looked up.</summary>
/// <param name="Known">False: no entry answered, whatever the policy made of it.</param>
public sealed record CodeUse(string CodeList, CodeDirection Direction, string Code, bool Known)
{
    /// <summary>The code, when it cannot be a name, a phone or other personal text in the wrong field; null otherwise.</summary>
    public string? Shown =>
        Code.Length <= 40 && Code.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '-') && Code.Count(char.IsAsciiDigit) < 7 ? Code : null;
}
