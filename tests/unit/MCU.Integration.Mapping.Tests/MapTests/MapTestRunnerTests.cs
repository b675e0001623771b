using System.Text;
using MCU.Integration.Mapping.CodeLists;
using MCU.Integration.Mapping.Content;
using MCU.Integration.Mapping.MapTests;

namespace MCU.Integration.Mapping.Tests.MapTests;

public sealed class MapTestRunnerTests
{
    [Fact]
    public void Run_Sample_Passes() =>
        MapTestRunner.Run(Sample.Content, Sample.Read).Results.ShouldAllBe(result => result.Passed, string.Join('\n', Failures(Sample.Content)));

    [Fact]
    public void Run_Sample_CoverageIsWhatTheTestsLeaveOpen()
    {
        var coverage = MapTestRunner.Run(Sample.Content, Sample.Read).Coverage;

        coverage.Select(map => (map.Map, map.Tests)).ShouldBe([("test.file", 1), ("test.message", 4)]);
        coverage[0].IsComplete.ShouldBeTrue();
        coverage[1].RequiredTargetsWithoutSource.ShouldBeEmpty();
        coverage[1].SourceFieldsNeverRead.ShouldBeEmpty();
        var codes = coverage[1].CodesNeverSeen.ShouldHaveSingleItem();
        (codes.CodeList, codes.Direction).ShouldBe(("test.status", CodeDirection.ToRight));
        codes.Codes.ShouldBe(["ANSWERED"]);
    }

    [Fact]
    public void Run_SourceFieldThatNoRuleReads_IsInTheCoverage()
    {
        var content = With("mappings/maps/test.message.map.json", text => text.Replace("\"/opa_id\", ", "").Replace("\"from\": \"lat\"", "\"from\": \"lon\""));

        MapTestRunner.Run(content, Sample.Read, "test.message").Coverage.ShouldHaveSingleItem().SourceFieldsNeverRead.ShouldBe(["/location/lat", "/opa_id"]);
    }

    [Theory]
    [InlineData("\"/kind\": \"appeal\"", "\"/kind\": \"report\"", "/kind: expected \"report\", got \"appeal\"")]
    [InlineData("\"/kind\": \"appeal\"", "\"/nowhere\": 1", "/nowhere: expected 1, got nothing")]
    [InlineData("[\"/location\", \"/applicant\"]", "[\"/text\"]", "/text: expected nothing, got \"т\"")]
    [InlineData("\"pointer\": \"/status\", \"code\": \"map.code_missing\"", "\"code\": \"map.empty\"", "/text: expected the problem map.empty, which did not occur")]
    [InlineData("submission.json", "nothing.json", "/: there is no file documents/nothing.json")]
    [InlineData("\"message_id\": \"7\", \"revision\": 1, \"legal_regime\": \"appeal_59fz\"", "\"message_id\": \"x\", \"revision\": 1, \"legal_regime\": \"appeal_59fz\"", "/message_id: the input does not fit the schema 'test.message': schema.pattern, Must match the pattern ^[0-9]{1,20}$.")]
    public void Run_WrongExpectation_SaysWhere(string old, string replacement, string difference)
    {
        var content = With("mappings/maps/test.message.tests.json", text => text.Replace(old, replacement));

        Failures(content).ShouldContain(difference);
    }

    [Fact]
    public void Run_ExpectedFileWithOtherContent_TellsEachDifferenceByPointer()
    {
        var expected = Encoding.UTF8.GetString(Sample.Read("documents/submission.json")!.Value.Span)
            .Replace("\"path\": [\"1\", \"1.2\", \"1.2.7\"]", "\"path\": [\"1\", \"1.3\"]")
            .Replace("\"isRepeat\": false", "\"repeat\": false")
            .Replace("45.0400", "45.04");

        var result = MapTestRunner.Run(Sample.Content, path => path == "documents/submission.json" ? Encoding.UTF8.GetBytes(expected) : Sample.Read(path), "test.message").Results[0];

        result.Line.ShouldBe(4);
        result.Differences.Select(difference => difference.ToString()).ShouldBe(
        [
            "/classifier/path: expected 2 items, got 3",
            "/classifier/path/1: expected \"1.3\", got \"1.2\"",
            "/repeat: expected false, got nothing",
            "/isRepeat: expected nothing, got false",
        ]);
    }

    private static MappingContent With(string path, Func<string, string> change) => MappingContent.Load(
        Sample.Files.Select(file => file.Path == path ? file with { Bytes = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(file.Bytes.Span))) } : file));

    private static IEnumerable<string> Failures(MappingContent content) =>
        MapTestRunner.Run(content, Sample.Read).Results.SelectMany(result => result.Differences).Select(difference => difference.ToString());
}
