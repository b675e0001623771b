namespace MCU.Integration.Pipeline.Intake;

/// <summary>How far a polled feed was read.</summary>
/// <param name="Cursor">What the outside system understands: a cursor, instant or number, as text.</param>
public sealed record Watermark(string Adapter, string Feed, string Cursor, DateTimeOffset PolledAt);
