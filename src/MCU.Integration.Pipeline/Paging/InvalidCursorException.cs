namespace MCU.Integration.Pipeline.Paging;

/// <summary>A cursor that no page of this list returned.</summary>
public sealed class InvalidCursorException() : Exception("The cursor is not one that this list returned.");
