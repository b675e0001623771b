using MCU.Integration.Pipeline.Cases;

namespace MCU.Integration.Pipeline.Commits;

/// <summary>One more earlier case would have tipped a rule: there must still be only so many, or the rules are asked again.</summary>
public sealed record NearbyGuard(NearbyQuery Query, int Found);
