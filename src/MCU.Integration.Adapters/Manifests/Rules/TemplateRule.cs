using MCU.Integration.Adapters.Manifests.Reading;
using MCU.Integration.Adapters.Templates;

namespace MCU.Integration.Adapters.Manifests.Rules;

/// <summary>Templates refer to results that exist by then, and to elements only where there are any.</summary>
internal sealed class TemplateRule : IManifestRule
{
    public void Check(AdapterManifest manifest, ManifestContext context, Action<string, string, string> report)
    {
        foreach (var operation in manifest.Plans.Values)
        {
            var at = $"/operations/{ManifestSource.Escape(operation.Description.Name)}";
            for (var i = 0; i < operation.Steps.Count; i++)
            {
                var step = operation.Steps[i];
                foreach (var (template, where, inBody) in Templates(step))
                {
                    CheckTemplate(template, $"{at}/steps/{i}/{where}", operation.Steps.Take(i), step.ForEach is not null, inBody, report);
                }
            }

            foreach (var (template, where) in new[] { (operation.RecordId, "recordId"), (operation.RecordRevision, "recordRevision") })
            {
                if (template is not null)
                {
                    CheckTemplate(template, $"{at}/{where}", operation.Steps, repeated: false, inBody: false, report);
                }
            }
        }
    }

    private static IEnumerable<(Template Template, string Where, bool InBody)> Templates(Step step)
    {
        yield return (step.Path, "path", false);
        foreach (var (name, header) in step.Headers)
        {
            yield return (header, "headers/" + ManifestSource.Escape(name), false);
        }

        foreach (var (pointer, value) in step.Body?.Set ?? [])
        {
            yield return (value, "set/" + ManifestSource.Escape(pointer.Text), true);
        }

        if (step.Upload is { } upload)
        {
            yield return (upload.Attachment, "upload/attachment", false);
        }

        foreach (var (pointer, expected) in step.AlreadyDone?.Where ?? [])
        {
            yield return (expected, "alreadyDone/where/" + ManifestSource.Escape(pointer.Text), false);
        }

        if (step.Probe is not { } probe)
        {
            yield break;
        }

        yield return (probe.Path, "probe/path", false);
        foreach (var header in probe.Headers)
        {
            yield return (header.Value, "probe/headers/" + ManifestSource.Escape(header.Key), false);
        }

        foreach (var (pointer, expected) in probe.Where)
        {
            yield return (expected, "probe/where/" + ManifestSource.Escape(pointer.Text), false);
        }
    }

    private static void CheckTemplate(Template template, string at, IEnumerable<Step> earlier, bool repeated, bool inBody, Action<string, string, string> report)
    {
        foreach (var insertion in template.Insertions)
        {
            if (insertion.Kind == InsertionKind.Item && !repeated)
            {
                report(at, "no_item", $"{{{insertion.Text}}} needs 'forEach'.");
            }

            if (insertion.Kind is not (InsertionKind.StepResult or InsertionKind.AllStepResults))
            {
                continue;
            }

            var source = earlier.FirstOrDefault(step => step.Name == insertion.Step);
            if (source is null)
            {
                report(at, "unknown_step", $"There is no earlier step '{insertion.Step}'.");
            }
            else if (!source.Result.ContainsKey(insertion.Result!))
            {
                report(at, "unknown_result", $"Step '{insertion.Step}' has no result '{insertion.Result}'.");
            }
            else if ((insertion.Kind == InsertionKind.AllStepResults) != (source.ForEach is not null))
            {
                report(at, "repeated", source.ForEach is null ? $"Step '{insertion.Step}' is not repeated: leave out []." : $"Step '{insertion.Step}' is repeated: write {insertion.Step}[].");
            }
            else if (insertion.Kind == InsertionKind.AllStepResults && (!inBody || template.Insertions.Count > 1 || template.Text != $"{{{insertion.Text}}}"))
            {
                report(at, "repeated", "Results of a repeated step can only stand in 'set', and alone.");
            }
        }
    }
}
