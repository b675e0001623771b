using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Pipeline.Content;

/// <summary>What a map made: a document, or the problems that kept it from making one.</summary>
public sealed record MapOutcome(JsonNode? Document, IReadOnlyList<Problem> Problems);
