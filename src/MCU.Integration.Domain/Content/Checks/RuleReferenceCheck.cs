using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Directory;
using MCU.Integration.Domain.Rules.Actions;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Content.Checks;

/// <summary>What rules point at exists: bodies, executors, profiles of the pace that they set.</summary>
internal sealed class RuleReferenceCheck : IContentCheck
{
    public void Check(ContentDraft draft)
    {
        var directory = new BodyDirectory(draft.Bodies.Select(body => body.Value));
        foreach (var rule in draft.Rules)
        {
            foreach (var action in rule.Value.Then)
            {
                if (action is RouteAction route)
                {
                    CheckRoute(draft, directory, rule, route);
                }
                else if (action is DeadlineAction { Pace: not DeadlinePace.Standard and var pace }
                    && !draft.Profiles.Exists(profile => profile.Value.Scope.Pace == pace))
                {
                    draft.Report(
                        rule,
                        "/then/deadline",
                        RuleProblemCodes.UnknownReference,
                        $"There is no profile of the pace '{EnumWord.Of(pace)}'; the standard terms would be taken.",
                        ProblemSeverity.Warning);
                }
            }
        }
    }

    private static void CheckRoute(ContentDraft draft, BodyDirectory directory, Located<Rules.AutoRule> rule, RouteAction route)
    {
        if (directory.Find(route.Body) is not { } body)
        {
            draft.Report(rule, "/then/route/body", RuleProblemCodes.UnknownReference, $"There is no body '{route.Body}'.");
        }
        else if (!body.Active)
        {
            draft.Report(rule, "/then/route/body", RuleProblemCodes.UnknownReference, $"The body '{route.Body}' takes no cases.");
        }
        else if (route.Executor is { } executor && body.Executors.All(candidate => candidate.Key != executor))
        {
            draft.Report(
                rule, "/then/route/executor", RuleProblemCodes.UnknownReference, $"The body '{route.Body}' has no executor '{executor}'.");
        }
    }
}
