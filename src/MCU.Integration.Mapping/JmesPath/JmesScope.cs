namespace MCU.Integration.Mapping.JmesPath;

/// <summary>What the variables of an expression stand for.</summary>
/// <param name="Root"><c>$</c>: the whole source document.</param>
/// <param name="Context"><c>$context</c>.</param>
/// <param name="Index"><c>$index</c>: place in the nearest each; null outside of one.</param>
internal sealed record JmesScope(JmesValue Root, JmesValue Context, int? Index = null);
