using System.Text.Json.Serialization;
using MCU.Integration.Domain.Cases.Facts;

namespace MCU.Integration.Domain.Cases;

/// <summary>What a case event says: a closed set of records. No fact holds personal data; texts and files are handles of sealed records.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(CaseOpened), CaseOpened.Word)]
[JsonDerivedType(typeof(CaseRegistered), CaseRegistered.Word)]
[JsonDerivedType(typeof(StatusMoved), StatusMoved.Word)]
[JsonDerivedType(typeof(CaseRouted), CaseRouted.Word)]
[JsonDerivedType(typeof(CaseReclassified), CaseReclassified.Word)]
[JsonDerivedType(typeof(TerritoryResolved), TerritoryResolved.Word)]
[JsonDerivedType(typeof(PrioritySet), PrioritySet.Word)]
[JsonDerivedType(typeof(PaceSet), PaceSet.Word)]
[JsonDerivedType(typeof(TagsAdded), TagsAdded.Word)]
[JsonDerivedType(typeof(DeadlinesSet), DeadlinesSet.Word)]
[JsonDerivedType(typeof(DeadlineNoticed), DeadlineNoticed.Word)]
[JsonDerivedType(typeof(ClarificationRequested), ClarificationRequested.Word)]
[JsonDerivedType(typeof(ClarificationEnded), ClarificationEnded.Word)]
[JsonDerivedType(typeof(TermExtended), TermExtended.Word)]
[JsonDerivedType(typeof(CaseDeferred), CaseDeferred.Word)]
[JsonDerivedType(typeof(DeferralEnded), DeferralEnded.Word)]
[JsonDerivedType(typeof(CaseAnswered), CaseAnswered.Word)]
[JsonDerivedType(typeof(CaseClosed), CaseClosed.Word)]
[JsonDerivedType(typeof(CaseReopened), CaseReopened.Word)]
[JsonDerivedType(typeof(CaseRated), CaseRated.Word)]
[JsonDerivedType(typeof(RulesApplied), RulesApplied.Word)]
[JsonDerivedType(typeof(CaseLinked), CaseLinked.Word)]
[JsonDerivedType(typeof(OutsideStatusDropped), OutsideStatusDropped.Word)]
[JsonDerivedType(typeof(DeliveryRecovered), DeliveryRecovered.Word)]
public abstract record CaseFact
{
    private protected CaseFact()
    {
    }

    /// <summary>The name of the fact in JSON (<c>type</c>) and in the event's column.</summary>
    [JsonIgnore]
    public abstract string TypeName { get; }
}
