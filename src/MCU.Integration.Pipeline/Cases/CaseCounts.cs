using MCU.Integration.Domain.Cases;

namespace MCU.Integration.Pipeline.Cases;

public sealed record CaseCounts(IReadOnlyDictionary<MainStatus, int> ByStatus, int Overdue);
