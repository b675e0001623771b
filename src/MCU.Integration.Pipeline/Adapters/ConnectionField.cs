namespace MCU.Integration.Pipeline.Adapters;

/// <summary>A setting that a connection may have.</summary>
/// <param name="IsSecret">It goes in and never comes out.</param>
/// <param name="IsFixed">The configuration gives it; what is stored would not count.</param>
public sealed record ConnectionField(string Name, bool IsSecret, bool IsFixed);
