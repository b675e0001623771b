using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>Something that bookmarks and triggers wait for.</summary>
/// <param name="Name">The kind, by convention the type name of the waiting activity.</param>
/// <param name="Payload">What distinguishes it within its kind; hashed.</param>
/// <param name="Schedule">For triggers that time itself hits.</param>
public sealed record Stimulus(string Name, JsonNode? Payload, TriggerSchedule? Schedule = null)
{
    /// <summary>What bookmarks and triggers show beside an object payload; not hashed.</summary>
    public JsonObject? Details { get; init; }

    /// <summary>Tells stimuli of the same payload apart; hashed, not shown.</summary>
    public string? Discriminator { get; init; }

    /// <summary>What bookmarks and triggers are found by.</summary>
    public string Hash => StimulusHash.Compute(Discriminator is null ? Name : $"{Name}#{Discriminator}", Payload);

    /// <summary>Payload and details in one object, as a bookmark carries it.</summary>
    internal JsonNode? Shown()
    {
        var shown = Payload?.DeepClone();

        if (shown is JsonObject target)
        {
            foreach (var (name, value) in Details ?? [])
            {
                target[name] = value?.DeepClone();
            }
        }

        return shown;
    }
}
