namespace MCU.Integration.Domain.Deadlines;

/// <summary>Working time of a day, local; a shortened day ends one hour earlier (ТК РФ art. 95).</summary>
/// <param name="From">Begin.</param>
/// <param name="To">End, later than the begin.</param>
/// <param name="BreakFrom">Begin of the break, if there is one.</param>
/// <param name="BreakTo">End of the break.</param>
public sealed record WorkingHours(TimeOnly From, TimeOnly To, TimeOnly? BreakFrom = null, TimeOnly? BreakTo = null);
