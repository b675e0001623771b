using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Rules.Actions;

/// <summary>What a rule decides: a closed set of records.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RouteAction), "route")]
[JsonDerivedType(typeof(DeadlineAction), "deadline")]
[JsonDerivedType(typeof(PriorityAction), "priority")]
[JsonDerivedType(typeof(TagAction), "tag")]
[JsonDerivedType(typeof(IncidentAction), "incident")]
[JsonDerivedType(typeof(AnswerAction), "answer")]
[JsonDerivedType(typeof(HoldAction), "hold")]
public abstract record RuleAction
{
    private protected RuleAction()
    {
    }

    /// <summary>The group in which it competes.</summary>
    [JsonIgnore]
    public abstract RuleGroup Group { get; }
}
