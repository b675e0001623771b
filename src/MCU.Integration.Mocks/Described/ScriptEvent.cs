using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.Described;

/// <summary>How a movement of a record is told.</summary>
/// <param name="Document">Type under which the hub takes it in; null: the hub reads it from a <c>feed</c>.</param>
/// <param name="Body">Members of the event, templates; the fields of the step are laid over them.</param>
/// <param name="Files">Member that takes the files of a step.</param>
internal sealed record ScriptEvent(string? Document, JsonObject Body, string Files = "files");
