using System.Text;

namespace MCU.Integration.Workflows.Values;

/// <summary>Name casing as Elsa and its designer do it (Humanizer's Pascalize and Camelize).</summary>
public static class Casing
{
    /// <summary><c>my var</c> → <c>MyVar</c>; letters after a space, underscore or hyphen are raised, the separators dropped.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder(name.Length);
        var raise = true;

        foreach (var c in name)
        {
            if (c is ' ' or '_' or '-')
            {
                raise = true;
                continue;
            }

            text.Append(raise ? char.ToUpperInvariant(c) : c);
            raise = false;
        }

        return text.ToString();
    }

    /// <summary><see cref="Pascal"/> with a lower first letter: the JSON property of an input, output or port.</summary>
    public static string Camel(string name)
    {
        var pascal = Pascal(name);
        return pascal.Length == 0 ? pascal : char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }

    /// <summary><c>FlowDecision</c> → <c>Flow Decision</c>, the default display name.</summary>
    public static string Spaced(string name)
    {
        var text = new StringBuilder(name.Length + 4);

        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                text.Append(' ');
            }

            text.Append(name[i]);
        }

        return text.ToString();
    }
}
