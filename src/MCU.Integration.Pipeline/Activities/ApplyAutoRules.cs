using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Domain.Applicants;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Rules;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Activities;

/// <summary>Asks the auto-rules about the case: route, pace, priority and tags; computes its terms; every firing is explained in its history.</summary>
[Activity("Mcu", Category, DisplayName = "Применить автоправила", Description = "Определяет исполнителя, срок, приоритет и метки обращения", Outcomes = [Routed, Unrouted])]
public sealed class ApplyAutoRules : HubActivity
{
    private const string Routed = "Routed";
    private const string Unrouted = "Unrouted";

    [Output(DisplayName = "Сработавшие правила")]
    public Output<string[]> Fired { get; private set; } = null!;

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var scope = ScopeOf(context);
        var unit = await CaseOfAsync(context);
        var submission = await scope.SubmissionAsync(unit.Known.SubmissionId, context.CancellationToken);
        List<string> fired = [];
        foreach (var question in await scope.QuestionsOfAsync(unit, submission, context.CancellationToken))
        {
            fired.AddRange(await ApplyAsync(scope, context, question, submission));
        }

        var distinct = fired.Distinct(StringComparer.Ordinal).ToArray();
        context.Set(Fired, distinct);
        context.SetJournalData("Rules", new JsonArray([.. distinct.Select(rule => JsonValue.Create(rule))]));
        await context.CompleteAsync(unit.Known.Route is null ? Unrouted : Routed);
    }

    private static async Task<IEnumerable<string>> ApplyAsync(BurstScope scope, ActivityExecutionContext context, CaseUnit unit, JsonElement submission)
    {
        var links = (await scope.LinksOfAsync(unit.Id, context.CancellationToken)).Select(link => link.Current);
        var own = CanonicalQuestion.ViewOf(submission, links);
        var applicant = own.Child("applicant")?.Text("kind") switch
        {
            "org" => ApplicantKind.Organisation,
            "citizen" => ApplicantKind.Citizen,
            _ => (ApplicantKind?)null,
        };
        var facts = RuleFacts.Of(unit.Known, scope.Set.Rules.LocalDate(unit.Known.ReceivedAt), own.Text("text") ?? "", applicant);
        var evaluation = scope.Set.Rules.AutoRules.Evaluate(facts);
        var stamp = scope.Stamp(context, actor: new(CaseActorKind.AutoRule));
        var wasRouted = unit.Known.Route;
        unit.Apply(CaseCommands.ApplyRules(unit.Known, evaluation), stamp, scope.Ids);
        CaseTerms.Refresh(scope, unit, stamp);
        if (unit.Known.Route is { } route && route != wasRouted)
        {
            scope.Raise(CaseMoments.Routed, unit);
            scope.RaiseStatus(unit);
        }

        return evaluation.Firings.Select(firing => firing.Rule);
    }
}
