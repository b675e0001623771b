using System.Text.Json.Nodes;

namespace MCU.Integration.TestSupport;

/// <summary>The content of the repository, as it is or in a hurry.</summary>
public static class TestContent
{
    private static readonly Lazy<string> Hurried = new(() => MakeHurried(withScripts: true));
    private static readonly Lazy<string> Plain = new(() => MakeHurried(withScripts: false));

    /// <summary>Root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A copy in which only the clocks of the manifests differ: polls, retries and attempts take fractions of a second.</summary>
    public static string InAHurry => Hurried.Value;

    /// <summary>
    /// The same, and rules in Liquid and JavaScript, which only the registers and the incidents have, say nothing: to get their engines ready is a third of a hub's
    /// start, and tests that kill hubs start thousands.
    /// </summary>
    public static string InAHurryWithoutScripts => Plain.Value;

    private static string MakeHurried(bool withScripts)
    {
        var copy = Directory.CreateTempSubdirectory("hub-hurried-content-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(copy, recursive: true);
        foreach (var folder in new[] { "adapters", "mappings", "rules", "workflows" })
        {
            Copy(Path.Combine(Root, folder), Path.Combine(copy, folder));
        }

        foreach (var path in Directory.GetFiles(Path.Combine(copy, "adapters"), "manifest.json", SearchOption.AllDirectories))
        {
            var manifest = JsonNode.Parse(File.ReadAllText(path))!;
            foreach (var (_, feed) in manifest["feeds"]?.AsObject() ?? [])
            {
                feed!["interval"] = "150ms";
            }

            var delivery = manifest["delivery"]!;
            delivery["firstDelay"] = "100ms";
            delivery["maxDelay"] = "500ms";
            delivery["attemptTimeout"] = "1s";
            delivery["maxAttempts"] = 60;
            File.WriteAllText(path, manifest.ToJsonString());
        }

        if (!withScripts)
        {
            Silence(Path.Combine(copy, "mappings", "maps"));
        }

        return copy;
    }

    private static void Silence(string maps)
    {
        foreach (var path in Directory.GetFiles(maps, "*.map.json"))
        {
            var map = JsonNode.Parse(File.ReadAllText(path))!;
            foreach (var rule in map["rules"]!.AsArray().Select(rule => rule!.AsObject()).Where(rule => rule.ContainsKey("liquid") || rule.ContainsKey("javascript")))
            {
                rule.Remove("liquid");
                rule.Remove("javascript");
                rule["from"] = "'–'";
            }

            File.WriteAllText(path, map.ToJsonString());
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MCU.Integration.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
