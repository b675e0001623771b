namespace MCU.Integration.Pipeline.Instances;

/// <param name="Column"><c>CreatedAt</c>, <c>UpdatedAt</c> or <c>FinishedAt</c>.</param>
/// <param name="Operator">Elsa's words: Is, IsNot, LessThan, GreaterThan, LessThanOrEqual, GreaterThanOrEqual.</param>
public sealed record TimestampFilter(string Column, string Operator, DateTimeOffset Timestamp);
