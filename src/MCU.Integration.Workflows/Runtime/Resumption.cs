using System.Text.Json.Nodes;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>What an activity gets when one of its bookmarks is resumed.</summary>
/// <param name="Bookmark">The bookmark.</param>
/// <param name="Input">What came with the stimulus.</param>
public sealed record Resumption(Bookmark Bookmark, JsonNode? Input);
