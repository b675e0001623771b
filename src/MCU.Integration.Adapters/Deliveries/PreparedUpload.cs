namespace MCU.Integration.Adapters.Deliveries;

/// <param name="Content">Makes the body; null when there is no file to send.</param>
/// <param name="Problem">Why there is none.</param>
/// <param name="Final">There will never be one: the step is passed over.</param>
public sealed record PreparedUpload(Func<HttpContent>? Content, string? Problem, bool Final);
