using MCU.Integration.Adapters.Manifests.Reading;
using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Adapters.Manifests.Rules;

/// <summary>What is declared against doing things twice can be carried out.</summary>
internal sealed class EffectOnceRule : IManifestRule
{
    public void Check(AdapterManifest manifest, ManifestContext context, Action<string, string, string> report)
    {
        foreach (var operation in manifest.Plans.Values)
        {
            var at = $"/operations/{ManifestSource.Escape(operation.Description.Name)}";
            for (var i = 0; i < operation.Steps.Count; i++)
            {
                CheckStep(operation.Steps[i], $"{at}/steps/{i}", report);
            }
        }
    }

    private static void CheckStep(Step step, string at, Action<string, string, string> report)
    {
        if (step.EffectOnce == EffectOnce.Probe)
        {
            if (step.Probe is null)
            {
                report(at + "/probe", "required", "'effectOnce: probe' needs a probe; the operation's own belongs to its first step.");
            }
            else if (step.Result.Keys.Except(step.Probe.Result.Keys).ToList() is { Count: > 0 } missing)
            {
                report(at + "/probe/result", "incomplete", $"A step that the probe finds done needs its results too: {string.Join(", ", missing)}.");
            }
        }

        if (step.EffectOnce == EffectOnce.NaturalKey && step.AlreadyDone is null)
        {
            report(at + "/alreadyDone", "required", "'effectOnce: naturalKey' needs 'alreadyDone': how the refusal of a second one looks.");
        }

        if (step.AlreadyDone is { } done && step.Result.Keys.Except(done.Result.Keys).ToList() is { Count: > 0 } lost)
        {
            report(at + "/alreadyDone/result", "incomplete", $"A step that was done before needs its results too: {string.Join(", ", lost)}.");
        }
    }
}
