namespace MCU.Integration.Domain.Content;

/// <summary>A record and where it was read.</summary>
internal sealed record Located<T>(T Value, string File, string Pointer);
