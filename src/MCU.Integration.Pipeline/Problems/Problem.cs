namespace MCU.Integration.Pipeline.Problems;

/// <summary>One thing that is wrong with an input. Never carries the offending value.</summary>
/// <param name="Pointer">RFC 6901 JSON pointer; empty = the whole document.</param>
/// <param name="Code">Stable code that the console translates.</param>
public sealed record Problem(string Pointer, string Code, string Message);
