using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>How to resume an instance.</summary>
/// <param name="BookmarkId">The bookmark that was hit.</param>
/// <param name="Input">What came with the stimulus.</param>
public sealed record ResumeRequest(string BookmarkId, JsonNode? Input = null);
