using System.Globalization;

namespace MCU.Integration.Mapping.Maps;

/// <summary>Where nested rules write; becomes text only when there is a problem to tell.</summary>
internal sealed record TargetPath(TargetPath? Parent, string Pointer, int? Index)
{
    public static string Text(TargetPath? path, string pointer)
    {
        for (; path is not null; path = path.Parent)
        {
            pointer = path.Index is { } index
                ? $"{path.Pointer}/{index.ToString(CultureInfo.InvariantCulture)}{pointer}"
                : path.Pointer + pointer;
        }

        return pointer;
    }
}
