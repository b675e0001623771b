using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>Something that bookmarks and triggers wait for.</summary>
/// <param name="Name">The kind, by convention the type name of the waiting activity.</param>
/// <param name="Payload">What distinguishes it within its kind; hashed.</param>
/// <param name="Schedule">For triggers that time itself hits.</param>
public sealed record Stimulus(string Name, JsonNode? Payload, TriggerSchedule? Schedule = null);
