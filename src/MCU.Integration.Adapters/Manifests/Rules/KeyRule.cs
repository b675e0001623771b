using System.Text.RegularExpressions;
using MCU.Integration.Adapters.Manifests.Reading;

namespace MCU.Integration.Adapters.Manifests.Rules;

/// <summary>Names become parts of addresses, tables and metrics.</summary>
internal sealed partial class KeyRule : IManifestRule
{
    public void Check(AdapterManifest manifest, ManifestContext context, Action<string, string, string> report)
    {
        if (!KeyPattern().IsMatch(manifest.Key))
        {
            report("/key", "key", "A key is lower-case Latin letters, digits and dashes, 32 characters at most, and begins with a letter.");
        }
        else if (context.FolderKey is { } folder && folder != manifest.Key)
        {
            report("/key", "folder", $"The manifest lies in the folder '{folder}'; folder and key are the same.");
        }

        foreach (var (section, names) in new (string, IEnumerable<string>)[]
        {
            ("documents", manifest.Documents.Keys), ("feeds", manifest.Feeds.Keys), ("operations", manifest.Plans.Keys),
        })
        {
            foreach (var name in names.Where(name => !NamePattern().IsMatch(name)))
            {
                report($"/{section}/{ManifestSource.Escape(name)}", "name", "A name is Latin letters, digits, dots, dashes and underscores, 64 characters at most, and begins with a lower-case letter.");
            }
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,31}$")]
    private static partial Regex KeyPattern();

    [GeneratedRegex("^[a-z][A-Za-z0-9_.-]{0,63}$")]
    private static partial Regex NamePattern();
}
