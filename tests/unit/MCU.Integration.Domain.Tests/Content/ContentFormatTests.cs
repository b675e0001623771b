using System.Text;
using MCU.Integration.Domain.Content;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Tests.Content;

public sealed class ContentFormatTests
{
    private const string Profile = """
        {"key":"p","version":1,"title":"П","validFrom":"2026-01-01","scope":{"regimes":["message"]},
         "stages":[{"stage":"answer","amount":3,"unit":"working_day","start":"received"}]}
        """;

    private const string Rule = """
        {"key":"r","rules":[{"id":"a","version":1,"order":1,"title":"А","when":{},"then":{"tags":["x"]}}]}
        """;

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"year":2026,"year":2026}""")]
    [InlineData("""{"year":2026,}""")]
    [InlineData("""{/**/}""")]
    public void Parse_NotStrictJson_IsOneProblem(string text) =>
        CalendarFile.Parse(Bytes(text)).Problems.ShouldHaveSingleItem().Code.ShouldBe(RuleProblemCodes.InvalidJson);

    [Fact]
    public void Parse_NotUtf8_IsAProblem() =>
        CalendarFile.Parse(new byte[] { (byte)'{', (byte)'"', 0xE4, (byte)'"', (byte)':', (byte)'1', (byte)'}' })
            .Problems.ShouldHaveSingleItem().Code.ShouldBe(RuleProblemCodes.InvalidJson);

    [Fact]
    public void Parse_ByteOrderMark_IsTolerated() =>
        DeadlineProfileFile.Parse(new byte[] { 0xEF, 0xBB, 0xBF }.Concat(Encoding.UTF8.GetBytes(Profile)).ToArray()).IsValid.ShouldBeTrue();

    [Fact]
    public void Parse_TooDeep_IsAProblem() =>
        AutoRulesFile.Parse(Bytes(string.Concat(Enumerable.Repeat("""{"a":""", 200)))).Problems[0].Code.ShouldBe(RuleProblemCodes.InvalidJson);

    [Fact]
    public void Parse_ManyMistakes_ReportsAllWithPointers()
    {
        var problems = DeadlineProfileFile.Parse(Bytes("""
            {"key":"П","version":0,"validFrom":"01.01.2026","zone":"Mars/Base","extra":1,
             "stages":[{"stage":"answer","amount":"3","unit":"week","start":"received"},{"stage":"answer","amount":8,"unit":"hour","start":"received","roll":"next"}],
             "overrides":[{"stage":"routing","amount":1}]}
            """)).Problems;

        problems.Select(problem => $"{problem.Pointer} {problem.Code}").ShouldBe(
        [
            "/key invalid_value", "/version invalid_value", "/title required", "/validFrom invalid_value", "/zone invalid_value",
            "/extra unknown_property", "/stages/0/amount wrong_type", "/stages/0/unit invalid_value", "/stages/1/roll invalid_value",
            "/stages/1/stage duplicate", "/overrides/0 required", "/overrides/0/stage unknown_reference",
        ],
        ignoreOrder: true);
    }

    [Theory]
    [InlineData("""{"year":2026,"workingDays":260,"daysOff":["2026-01-01"]}""", "/workingDays", "")]
    [InlineData("""{"year":2026,"workingDays":261,"daysOff":["2026-01-01"]}""", "/workingDays", RuleProblemCodes.WorkingDayCount)]
    [InlineData("""{"year":2026,"workingDays":260,"daysOff":["2026-01-01","2025-01-02"]}""", "/daysOff/1", RuleProblemCodes.WrongDay)]
    [InlineData("""{"year":2026,"workingDays":260,"daysOff":["2026-01-01"],"workingWeekends":["2026-01-05"]}""", "/workingWeekends/0", RuleProblemCodes.WrongDay)]
    [InlineData("""{"year":2026,"workingDays":260,"daysOff":["2026-01-01"],"shortened":["2026-01-03"]}""", "/shortened/0", RuleProblemCodes.WrongDay)]
    [InlineData("""{"year":2026,"workingDays":260,"daysOff":["2026-01-01","2026-01-01"]}""", "/daysOff/1", RuleProblemCodes.Duplicate)]
    [InlineData("""{"year":2026,"workingDays":260,"daysOff":["2026-02-30"]}""", "/daysOff/0", RuleProblemCodes.InvalidValue)]
    public void Parse_Calendar_ChecksDays(string text, string pointer, string code)
    {
        var result = CalendarFile.Parse(Bytes(text));

        if (code == "")
        {
            result.Problems.ShouldBeEmpty();
        }
        else
        {
            result.Problems.ShouldContain(problem => problem.Pointer == pointer && problem.Code == code);
        }
    }

    [Theory]
    [InlineData("\"regimes\":[\"message\"]", "\"regimes\":[\"message\",\"appeal_59fz\"]")]
    [InlineData("\"scope\":{\"regimes\":[\"message\"]},", "")]
    public void Parse_PausingProfileForAppeals_IsRefused(string part, string instead)
    {
        var text = Profile.Replace(part, instead, StringComparison.Ordinal).Replace("\"stages\"", "\"clarificationPauses\":true,\"stages\"", StringComparison.Ordinal);

        DeadlineProfileFile.Parse(Bytes(text)).Problems.ShouldHaveSingleItem().Code.ShouldBe(RuleProblemCodes.PauseForbidden);
    }

    [Fact]
    public void Parse_WorkingHoursWithoutWorkingTime_IsRefused() =>
        DeadlineProfileFile.Parse(Bytes(Profile.Replace("working_day", "working_hour", StringComparison.Ordinal)))
            .Problems.ShouldHaveSingleItem().Code.ShouldBe(RuleProblemCodes.WorkingHoursMissing);

    [Theory]
    [InlineData("""{"matches":"(a"}""", "/rules/0/when/matches", RuleProblemCodes.InvalidPattern)]
    [InlineData("""{"matches":"(?<=a)b"}""", "/rules/0/when/matches", RuleProblemCodes.InvalidPattern)]
    [InlineData("""{"text":["ям* дорог"]}""", "/rules/0/when/text/0", RuleProblemCodes.InvalidValue)]
    [InlineData("""{"text":["*"]}""", "/rules/0/when/text/0", RuleProblemCodes.InvalidValue)]
    [InlineData("""{"category":[]}""", "/rules/0/when/category", RuleProblemCodes.InvalidValue)]
    [InlineData("""{"colour":["red"]}""", "/rules/0/when/colour", RuleProblemCodes.UnknownProperty)]
    [InlineData("""{"any":[{"not":{"regime":["fz59"]}}]}""", "/rules/0/when/any/0/not/regime/0", RuleProblemCodes.InvalidValue)]
    [InlineData("""{"season":{"from":"13-01","to":"02-30"}}""", "/rules/0/when/season/from", RuleProblemCodes.InvalidValue)]
    public void Parse_BadCondition_PointsAtIt(string when, string pointer, string code) =>
        AutoRulesFile.Parse(Bytes(Rule.Replace("\"when\":{}", $"\"when\":{when}", StringComparison.Ordinal)))
            .Problems.ShouldContain(problem => problem.Pointer == pointer && problem.Code == code);

    [Fact]
    public void Parse_RuleWithoutDecision_IsRefused() =>
        AutoRulesFile.Parse(Bytes(Rule.Replace("{\"tags\":[\"x\"]}", "{}", StringComparison.Ordinal)))
            .Problems.ShouldHaveSingleItem().Pointer.ShouldBe("/rules/0/then");

    [Fact]
    public void Load_OneBadFile_ReportsItAndGivesNoContent()
    {
        var result = RulesContent.Load([.. ShippedRules.Files(), new("rules/deadlines/bad.json", RulesFileKind.DeadlineProfile, Bytes("[]"))]);

        result.Value.ShouldBeNull();
        result.Problems.ShouldHaveSingleItem().File.ShouldBe("rules/deadlines/bad.json");
    }

    [Theory]
    [InlineData("rules/calendars/2026.json", RulesFileKind.Calendar)]
    [InlineData("deadlines\\x.json", RulesFileKind.DeadlineProfile)]
    [InlineData("/srv/rules/auto-rules/x.JSON", RulesFileKind.AutoRules)]
    [InlineData("rules/directory/city.json", RulesFileKind.Directory)]
    [InlineData("rules/gazetteer/stavropol.json", RulesFileKind.Gazetteer)]
    [InlineData("rules/indicators/heat-map.json", RulesFileKind.Indicators)]
    public void TryGetKind_KnownFolder_IsItsKind(string path, RulesFileKind expected)
    {
        RulesFile.TryGetKind(path, out var kind).ShouldBeTrue();
        kind.ShouldBe(expected);
        EnumWord.All<RulesFileKind>().Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("rules/$schemas/calendar.schema.json")]
    [InlineData("rules/calendars/2026.txt")]
    [InlineData("2026.json")]
    public void TryGetKind_AnythingElse_IsRefused(string path) => RulesFile.TryGetKind(path, out _).ShouldBeFalse();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
