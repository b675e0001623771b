namespace MCU.Integration.Domain.Deadlines;

/// <summary>How far the answer's term may be extended, counted on from its unrolled end in the unit and roll of that term.</summary>
/// <param name="Amount">The most that may be added.</param>
public sealed record ExtensionTerm(int Amount);
