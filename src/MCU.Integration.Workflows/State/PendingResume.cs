using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.State;

/// <summary>A resumption that failed, kept so that a retry repeats it instead of running the activity from its start.</summary>
public sealed record PendingResume(Bookmark Bookmark, JsonNode? Input);
