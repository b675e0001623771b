namespace MCU.Integration.Domain.Cases;

/// <summary>Who made a case event.</summary>
/// <param name="Kind">What kind of actor.</param>
/// <param name="Key">Adapter key, user id, key prefix, workflow definition or rule id; never a person's name.</param>
public sealed record CaseActor(CaseActorKind Kind, string? Key = null);
