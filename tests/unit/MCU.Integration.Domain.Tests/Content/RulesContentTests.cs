using System.Text;
using MCU.Integration.Domain.Content;

namespace MCU.Integration.Domain.Tests.Content;

public sealed class RulesContentTests
{
    private const string Bodies = """
        {"key":"d","bodies":[{"key":"roads","title":"Дороги","kind":"body","executors":[{"key":"chief","title":"Председатель"}]},
                             {"key":"closed","title":"Закрыт","kind":"body","active":false}]}
        """;

    [Theory]
    [InlineData("""{"body":"roads"}""", null)]
    [InlineData("""{"body":"roads","executor":"chief"}""", null)]
    [InlineData("""{"body":"lakes"}""", "/rules/0/then/route/body")]
    [InlineData("""{"body":"closed"}""", "/rules/0/then/route/body")]
    [InlineData("""{"body":"roads","executor":"nobody"}""", "/rules/0/then/route/executor")]
    public void Load_RouteOfARule_MustExist(string route, string? pointer)
    {
        var problems = Load(Bodies, Rule("a", 1, "{}", $$"""{"route":{{route}}}"""));

        problems.Select(problem => problem.Pointer).ShouldBe(pointer is null ? [] : [pointer]);
    }

    [Theory]
    [InlineData("""{"category":["1","2"]}""", """{"category":["1"]}""", true)]
    [InlineData("""{"category":["1"]}""", """{"category":["1","2"]}""", false)]
    [InlineData("{}", """{"text":["яма"]}""", true)]
    [InlineData("""{"text":["ям*"]}""", """{"text":["большая яма"],"district":["Ленинский"]}""", true)]
    [InlineData("""{"text":["яма"]}""", """{"text":["ям*"]}""", false)]
    [InlineData("""{"oktmo":["077"]}""", """{"oktmo":["07701","07702"]}""", true)]
    [InlineData("""{"any":[{"category":["1"]},{"category":["2"]}]}""", """{"category":["2"],"channel":["epgu"]}""", true)]
    [InlineData("""{"repeat":{"atLeast":2,"withinDays":30,"withinMetres":200}}""", """{"repeat":{"atLeast":3,"withinDays":10,"withinMetres":100}}""", true)]
    [InlineData("""{"not":{"category":["1"]}}""", """{"not":{"category":["1","2"]}}""", true)]
    [InlineData("""{"not":{"category":["1","2"]}}""", """{"not":{"category":["1"]}}""", false)]
    public void Load_RuleBehindAWiderOne_IsUnreachable(string first, string second, bool unreachable)
    {
        var problems = Load(Bodies, Rule("a", 1, first, """{"priority":"high"}"""), Rule("b", 2, second, """{"priority":"low"}"""));

        problems.Select(problem => (problem.Pointer, problem.Code, problem.Severity))
            .ShouldBe(unreachable ? [("/rules/1/when", RuleProblemCodes.Unreachable, ProblemSeverity.Warning)] : []);
    }

    [Fact]
    public void Load_RuleWithAnotherDecisionLeft_IsReachable() =>
        Load(Bodies, Rule("a", 1, "{}", """{"priority":"high"}"""), Rule("b", 2, "{}", """{"priority":"low","tags":["x"]}""")).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"category":["1"]}""", """{"district":["Ленинский"]}""", true)]
    [InlineData("""{"category":["1"]}""", """{"category":["2"]}""", false)]
    [InlineData("""{"category":["1"],"text":["яма"]}""", """{"not":{"category":["1"]}}""", false)]
    [InlineData("""{"oktmo":["07701"]}""", """{"oktmo":["07702"]}""", false)]
    public void Load_SameOrderAndOtherDecision_IsAConflictUnlessTheyCannotMeet(string first, string second, bool conflict) =>
        Load(Bodies, Rule("a", 1, first, """{"priority":"high"}"""), Rule("b", 1, second, """{"priority":"low"}"""))
            .Select(problem => problem.Code).ShouldBe(conflict ? [RuleProblemCodes.Conflict] : []);

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{"regime":["message","none"]}""", false)]
    [InlineData("""{"not":{"regime":["appeal_59fz"]}}""", false)]
    [InlineData("""{"regime":["message","appeal_59fz"]}""", true)]
    public void Load_AutomaticAnswer_MustExcludeAppeals(string when, bool refused) =>
        Load(Bodies, Rule("a", 1, when, """{"answer":{"template":"t","autoAnswerAllowed":true}}"""))
            .Select(problem => problem.Code).ShouldBe(refused ? [RuleProblemCodes.AutoAnswerForAppeal] : []);

    [Fact]
    public void Load_SameRuleIdTwice_IsReportedWithBothPlaces()
    {
        var problem = Load(Bodies, Rule("a", 1, """{"category":["1"]}""", """{"tags":["x"]}"""), Rule("a", 2, """{"category":["2"]}""", """{"tags":["x"]}"""))
            .ShouldHaveSingleItem();

        (problem.Pointer, problem.Code).ShouldBe(("/rules/1/id", RuleProblemCodes.Duplicate));
        problem.Message.ShouldContain("rules.json/rules/0");
    }

    [Theory]
    [InlineData("b", "b", RuleProblemCodes.Circle)]
    [InlineData("b", "x", RuleProblemCodes.UnknownReference)]
    public void Load_BodyBelowItselfOrNobody_IsReported(string key, string parent, string code) =>
        Load($$"""{"key":"d","bodies":[{"key":"{{key}}","title":"Б","kind":"body","parent":"{{parent}}"}]}""")
            .ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void Load_SameOutsideIdTwice_IsReported() =>
        Load("""{"key":"d","bodies":[{"key":"a","title":"А","kind":"body","ids":{"pos":"1"}},{"key":"b","title":"Б","kind":"body","ids":{"pos":"1"}}]}""")
            .ShouldHaveSingleItem().Pointer.ShouldBe("/bodies/1/ids/pos");

    [Theory]
    [InlineData("\"validTo\":\"2026-06-30\",", "2026-07-01", false)]
    [InlineData("\"validTo\":\"2026-06-30\",", "2026-06-30", true)]
    [InlineData("", "2026-07-01", true)]
    public void Load_VersionsOfAProfile_MustNotOverlap(string firstValidTo, string secondValidFrom, bool ambiguous)
    {
        var files = new[]
        {
            Profile(1, firstValidTo + "\"validFrom\":\"2026-01-01\""),
            Profile(2, $"\"validFrom\":\"{secondValidFrom}\""),
        };

        RulesContent.Load(files).Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Code)
            .ShouldBe(ambiguous ? [RuleProblemCodes.Ambiguous] : []);
    }

    [Fact]
    public void Load_RegimeWithoutProfile_WarnsButGoesLive()
    {
        var result = RulesContent.Load([Profile(1, "\"validFrom\":\"2026-01-01\"")]);

        result.IsValid.ShouldBeTrue();
        result.Problems.Count(problem => problem.Code == RuleProblemCodes.ProfileMissing).ShouldBe(2);
    }

    private static RulesFile Profile(int version, string validity) => new($"p{version}.json", RulesFileKind.DeadlineProfile, Encoding.UTF8.GetBytes($$"""
        {"key":"p","version":{{version}},"title":"П",{{validity}},"scope":{"regimes":["message"]},
         "stages":[{"stage":"answer","amount":30,"unit":"calendar_day","start":"received"}]}
        """));

    private static string Rule(string id, int order, string when, string then) =>
        $$"""{"id":"{{id}}","version":1,"order":{{order}},"title":"П","when":{{when}},"then":{{then}}}""";

    private static IReadOnlyList<RuleProblem> Load(string directory, params string[] rules)
    {
        List<RulesFile> files = [new("directory.json", RulesFileKind.Directory, Encoding.UTF8.GetBytes(directory))];
        if (rules.Length > 0)
        {
            files.Add(new("rules.json", RulesFileKind.AutoRules, Encoding.UTF8.GetBytes($$"""{"key":"r","rules":[{{string.Join(',', rules)}}]}""")));
        }

        return [.. RulesContent.Load(files).Problems];
    }
}
