using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.Samples;

/// <summary>One movement of a card, told to the hub as a <c>sed.card.status</c>.</summary>
/// <param name="To">The new status.</param>
/// <param name="After">Delay after the step before it, or after what it waits for.</param>
/// <param name="On"><c>note</c>, <c>redirect</c>: waits for a note of the hub or for another executor; null: goes on by itself.</param>
/// <param name="Fields">Further properties of the status document (comment, due_at, outcome, answer_text, question, redirect_to …).</param>
/// <param name="Files">Answer files of <c>samples/files</c>.</param>
/// <param name="Duplicate">The event is brought twice.</param>
/// <param name="Late">The event is brought after the next one.</param>
internal sealed record SedStep(string To, double After = 1, string? On = null, JsonObject? Fields = null, IReadOnlyList<string>? Files = null, bool Duplicate = false, bool Late = false);
