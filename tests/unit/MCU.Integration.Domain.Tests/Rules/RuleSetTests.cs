using System.Text;
using MCU.Integration.Domain.Applicants;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Cases.Facts;
using MCU.Integration.Domain.Content;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Rules;
using MCU.Integration.Domain.Rules.Actions;
using MCU.Integration.Domain.Tests.Cases;

namespace MCU.Integration.Domain.Tests.Rules;

public sealed class RuleSetTests
{
    [Theory]
    [InlineData("""{"category":["1","2"]}""", true)]
    [InlineData("""{"category":["2"]}""", false)]
    [InlineData("""{"subcategory":["1.2"],"fact":["1.2.7"]}""", true)]
    [InlineData("""{"district":["промышленный"]}""", true)]
    [InlineData("""{"oktmo":["07702","07701"]}""", true)]
    [InlineData("""{"oktmo":["077010000011"]}""", false)]
    [InlineData("""{"channel":["epgu"]}""", true)]
    [InlineData("""{"channel":["widget"]}""", false)]
    [InlineData("""{"source":["pos"],"kind":["report"],"regime":["message"],"applicant":["citizen"]}""", true)]
    [InlineData("""{"applicant":["org"]}""", false)]
    [InlineData("""{"tag":["зима"]}""", true)]
    [InlineData("""{"tag":["лето"]}""", false)]
    [InlineData("""{"text":["ЁЛКА"]}""", true)]
    [InlineData("""{"text":["яма"]}""", false)]
    [InlineData("""{"text":["ям*"]}""", true)]
    [InlineData("""{"text":["огромные ямы"]}""", true)]
    [InlineData("""{"text":["ямы огромные"]}""", false)]
    [InlineData("""{"matches":"ям(а|ы|у) .* ул"}""", true)]
    [InlineData("""{"matches":"^яма"}""", false)]
    [InlineData("""{"season":{"from":"04-16","to":"10-15"}}""", false)]
    [InlineData("""{"season":{"from":"11-01","to":"03-31"}}""", true)]
    [InlineData("""{"season":{"from":"12-15","to":"12-15"}}""", true)]
    [InlineData("""{"repeat":{"atLeast":2,"withinDays":10,"withinMetres":100}}""", true)]
    [InlineData("""{"repeat":{"atLeast":3,"withinDays":10,"withinMetres":100}}""", false)]
    [InlineData("""{"repeat":{"atLeast":2,"withinDays":10,"withinMetres":10}}""", false)]
    [InlineData("""{"any":[{"category":["9"]},{"channel":["epgu"]}]}""", true)]
    [InlineData("""{"all":[{"category":["1"]},{"channel":["widget"]}]}""", false)]
    [InlineData("""{"not":{"category":["9"]}}""", true)]
    [InlineData("""{"not":{}}""", false)]
    [InlineData("{}", true)]
    public void Evaluate_Condition_HoldsOrNot(string when, bool holds) =>
        Rules(Rule("a", 1, when, """{"hold":"x"}""")).Evaluate(Facts()).Firings.IsEmpty.ShouldBe(!holds);

    [Fact]
    public void Evaluate_TwoRulesMatch_FirstWinsInEachGroup()
    {
        var evaluation = Rules(
            Rule("later", 2, "{}", """{"route":{"body":"housing"},"priority":"high"}"""),
            Rule("first", 1, "{}", """{"route":{"body":"roads"}}""")).Evaluate(Facts());

        evaluation.Firings.Select(firing => (firing.Rule, firing.Action.Group)).ShouldBe([("first", RuleGroup.Route), ("later", RuleGroup.Priority)]);
        evaluation.Find<RouteAction>().ShouldBe(new("roads"));
        evaluation.PassedOver.ShouldBe([new("later", 1, PassedOverReason.GroupTaken, Group: RuleGroup.Route, By: "first")]);
    }

    [Fact]
    public void Evaluate_Firing_NamesRuleVersionAndFactsButNotTheText()
    {
        var firing = Rules(Rule("a", 1, """{"category":["1"],"any":[{"text":["яма"]},{"text":["ям*"]}]}""", """{"deadline":"accelerated"}"""))
            .Evaluate(Facts()).Firings.ShouldHaveSingleItem();

        (firing.Rule, firing.Version, firing.Action).ShouldBe(("a", 1, new DeadlineAction(DeadlinePace.Accelerated)));
        firing.Matched.ShouldBe([new("/when/category", "1"), new("/when/any/1/text", "ям*")]);
    }

    [Fact]
    public void Evaluate_NotMatched_PointsAtTheFirstFailure() =>
        Rules(Rule("a", 1, """{"category":["1"],"all":[{"channel":["widget"]}]}""", """{"hold":"x"}"""))
            .Evaluate(Facts()).PassedOver.ShouldBe([new("a", 1, PassedOverReason.NotMatched, "/when/all/0/channel")]);

    [Theory]
    [InlineData("\"enabled\":false", PassedOverReason.Disabled)]
    [InlineData("\"validFrom\":\"2026-12-16\"", PassedOverReason.NotValid)]
    [InlineData("\"validTo\":\"2026-12-14\"", PassedOverReason.NotValid)]
    public void Evaluate_RuleNotInUse_SaysWhy(string property, PassedOverReason reason) =>
        Rules(Rule("a", 1, "{}", """{"hold":"x"}""", property)).Evaluate(Facts()).PassedOver.ShouldHaveSingleItem().Reason.ShouldBe(reason);

    [Fact]
    public void Evaluate_AutomaticAnswerToAnAppeal_BecomesAProposal()
    {
        var rules = Rules(Rule("a", 1, "{}", """{"answer":{"template":"t","autoAnswerAllowed":true}}"""));

        rules.Evaluate(Facts()).Find<AnswerAction>().ShouldBe(new("t", AutoAnswerAllowed: true));
        rules.Evaluate(Facts(LegalRegime.Appeal59Fz)).Find<AnswerAction>().ShouldBe(new("t", AutoAnswerAllowed: false));
    }

    [Fact]
    public void Nearby_IsEachScopeThatARuleNeeds()
    {
        Rules(Rule("a", 1, "{}", """{"hold":"x"}""")).Nearby.ShouldBeEmpty();
        Rules(
            Rule("a", 1, """{"repeat":{"atLeast":2,"withinDays":30,"withinMetres":50}}""", """{"hold":"x"}"""),
            Rule("b", 2, """{"not":{"any":[{"repeat":{"atLeast":2,"withinDays":7,"withinMetres":500}}]}}""", """{"hold":"x"}""")).Nearby
            .ShouldBe([new(2, 30, 50), new(2, 7, 500)]);
    }

    [Fact]
    public void Evaluate_Repetition_NamesTheCasesThatWereCounted()
    {
        var facts = new RuleFacts
        {
            Kind = CaseKind.Report,
            Regime = LegalRegime.Message,
            Source = "pos",
            Date = new(2026, 12, 1),
            Nearby = [new(1, 20, "2026-000007"), new(9, 90, "2026-000003"), new(40, 5, "2026-000001")],
        };

        Rules(Rule("a", 1, """{"repeat":{"atLeast":2,"withinDays":10,"withinMetres":100}}""", """{"hold":"x"}""")).Evaluate(facts)
            .Firings.ShouldHaveSingleItem().Matched.ShouldBe([new("/when/repeat", "2, 2026-000007, 2026-000003")]);
    }

    [Fact]
    public void ApplyRules_RoutesTagsAndRecordsTheExplanation()
    {
        var test = new TestCase();
        var evaluation = Rules(
            Rule("a", 1, """{"category":["9"]}""", """{"hold":"x"}"""),
            Rule("b", 2, "{}", """{"route":{"body":"roads","executor":"repair"},"deadline":"accelerated","priority":"high","tags":["to_sed"]}"""))
            .Evaluate(Facts());

        test.Do(CaseCommands.ApplyRules(test.State, evaluation));

        test.FactNames.Skip(1).ShouldBe(["rules_applied", "priority_set", "pace_set", "tags_added", "routed", "status_moved"]);
        (test.State.Route, test.State.Pace, test.State.Priority, test.State.Status)
            .ShouldBe((new CaseRoute("roads", "repair"), DeadlinePace.Accelerated, CasePriority.High, MainStatus.Routed));
        test.State.Tags.ShouldBe(["to_sed"]);
        test.Last<RulesApplied>().PassedOver.ShouldHaveSingleItem().Rule.ShouldBe("a");
    }

    [Theory]
    [InlineData("Ёлки—палки, №5!", " елки палки 5 ")]
    [InlineData("", " ")]
    [InlineData("  \t\n", " ")]
    [InlineData("и\u0306од", " йод ")]
    public void Normalise_Text_IsComparable(string text, string expected) => RuleText.Normalise(text).ShouldBe(expected);

    private static RuleFacts Facts(LegalRegime regime = LegalRegime.Message) => new()
    {
        Kind = CaseKind.Report,
        Regime = regime,
        Source = "pos",
        Channel = "epgu",
        Classifier = new() { Category = "1", Subcategory = "1.2", Fact = "1.2.7" },
        Territory = new() { Oktmo = "07701000001", District = "Промышленный" },
        Applicant = ApplicantKind.Citizen,
        Text = "Огромные  ЯМЫ — на всей ул. Мира, ёлка упала…",
        Tags = ["зима"],
        Nearby = [new(1, 20), new(9, 90), new(40, 5)],
        Date = new(2026, 12, 15),
    };

    private static string Rule(string id, int order, string when, string then, string extra = "\"enabled\":true") =>
        $$"""{"id":"{{id}}","version":1,"order":{{order}},"title":"П","when":{{when}},"then":{{then}},{{extra}}}""";

    private static RuleSet Rules(params string[] rules)
    {
        var parsed = AutoRulesFile.Parse(Encoding.UTF8.GetBytes($$"""{"key":"r","rules":[{{string.Join(',', rules)}}]}"""));
        parsed.Problems.ShouldBeEmpty();
        return new(parsed.Value!.Rules);
    }
}
