using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.Described;

/// <summary>One movement of a record.</summary>
/// <param name="To">The new status.</param>
/// <param name="After">Seconds at pace 1 after the step before it, or after what it waits for.</param>
/// <param name="On">Name of the route whose use by the hub it waits for; null: it goes on by itself.</param>
/// <param name="Fields">Laid over the event, templates.</param>
/// <param name="Files">Files of <c>samples/files</c>.</param>
/// <param name="Duplicate">The event is told twice.</param>
/// <param name="Late">The event is told after the next one.</param>
internal sealed record ScriptStep(string To, double After = 1, string? On = null, JsonObject? Fields = null, IReadOnlyList<string>? Files = null, bool Duplicate = false, bool Late = false);
