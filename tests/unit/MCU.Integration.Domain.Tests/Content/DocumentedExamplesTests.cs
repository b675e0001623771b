using System.Text;
using System.Text.RegularExpressions;
using MCU.Integration.Domain.Content;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Tests.Content;

public sealed partial class DocumentedExamplesTests
{
    [Theory]
    [InlineData("deadlines.md", 1)]
    [InlineData("auto-rules.md", 2)]
    public void Example_OfADocument_IsValid(string document, int examples)
    {
        var text = File.ReadAllText(Path.Combine(ShippedRules.Root, "..", "docs", document));
        var files = Example().Matches(text).Select((match, index) =>
        {
            EnumWord.TryParse<RulesFileKind>(match.Groups["kind"].Value, out var kind).ShouldBeTrue();
            return new RulesFile($"{document}#{index}", kind, Encoding.UTF8.GetBytes(match.Groups["json"].Value));
        }).ToList();

        files.Count.ShouldBe(examples);
        RulesContent.Load(files).Problems.Where(problem => problem.Severity == ProblemSeverity.Error).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(typeof(Domain.Cases.StatusWord), "cases.md")]
    [InlineData(typeof(Domain.Links.LinkReason), "links.md")]
    [InlineData(typeof(Domain.Links.LinkVerdict), "links.md")]
    [InlineData(typeof(Domain.Deadlines.DeadlineStage), "deadlines.md")]
    [InlineData(typeof(Domain.Deadlines.DeadlineUnit), "deadlines.md")]
    public void Vocabulary_EveryWord_IsDocumented(Type vocabulary, string document)
    {
        var text = File.ReadAllText(Path.Combine(ShippedRules.Root, "..", "docs", document));
        var words = (IReadOnlyList<string>)typeof(EnumWord).GetMethod(nameof(EnumWord.All))!.MakeGenericMethod(vocabulary).Invoke(null, null)!;

        words.Where(word => !text.Contains($"`{word}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [GeneratedRegex(@"<!-- rules: (?<kind>\S+) -->\s*```json\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
