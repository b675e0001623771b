using System.Text.RegularExpressions;
using MCU.Integration.Adapters.Manifests.Reading;

namespace MCU.Integration.Adapters.Manifests.Rules;

/// <summary>Operations take known documents; their steps have usable names and paths, and contradict neither themselves nor each other.</summary>
internal sealed partial class OperationRule : IManifestRule
{
    public void Check(AdapterManifest manifest, ManifestContext context, Action<string, string, string> report)
    {
        foreach (var operation in manifest.Plans.Values)
        {
            var at = $"/operations/{ManifestSource.Escape(operation.Description.Name)}";
            if (operation.Description.DocumentType is not { Length: > 0 } type)
            {
                // Reported as missing already.
            }
            else if (!manifest.Documents.TryGetValue(type, out var document))
            {
                report(at + "/document", "unknown_document", $"There is no document '{type}'.");
            }
            else if (document.IsInbound)
            {
                report(at + "/document", "direction", "An operation takes a document of direction 'out'.");
            }

            var names = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < operation.Steps.Count; i++)
            {
                var step = operation.Steps[i];
                if (!names.Add(step.Name))
                {
                    report($"{at}/steps/{i}/name", "duplicate", $"There is a step '{step.Name}' already.");
                }

                CheckStep(step, $"{at}/steps/{i}", report);
            }
        }
    }

    private static void CheckStep(Step step, string at, Action<string, string, string> report)
    {
        if (step.Name.Length > 0 && !NamePattern().IsMatch(step.Name))
        {
            report(at + "/name", "name", "A step name is Latin letters, digits, dashes and underscores, 32 characters at most, and begins with a lower-case letter.");
        }

        foreach (var (path, where) in new[] { (step.Path, "path"), (step.Probe?.Path, "probe/path") })
        {
            if (path is { Text.Length: > 0 } && !path.Text.StartsWith('/'))
            {
                report($"{at}/{where}", "path", "A path begins with '/'.");
            }
        }

        var meanings = step.Success.Concat(step.Refused).Concat(step.NotDone).Concat(step.AlreadyDone is { Where.Count: 0 } done ? done.Status : []);
        foreach (var code in meanings.GroupBy(code => code).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            report(at, "status_codes", $"Status {code} cannot mean two things.");
        }

        if (step.Upload is not null && step.Method is "GET" or "DELETE")
        {
            report(at + "/method", "method", $"A file cannot be sent with {step.Method}.");
        }
    }

    [GeneratedRegex("^[a-z][A-Za-z0-9_-]{0,31}$")]
    private static partial Regex NamePattern();
}
