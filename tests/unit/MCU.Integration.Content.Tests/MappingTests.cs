using MCU.Integration.Mapping.CodeLists;
using MCU.Integration.Mapping.MapTests;

namespace MCU.Integration.Content.Tests;

public sealed class MappingTests
{
    private const string Invalid = "040";

    public static TheoryData<string> Samples => [.. Root.Samples()];

    [Fact]
    public void Lint_OfAllMappings_FindsNothing() =>
        ShippedContent.Mapping.Problems.Select(problem => $"{problem.File}:{problem.Line} {problem.Pointer} {problem.Code} {problem.Message}").ShouldBeEmpty();

    [Fact]
    public void MapTests_OfAllMaps_Pass() =>
        MapTestRunner.Run(ShippedContent.Mapping, ShippedContent.Read).Results
            .Where(result => !result.Passed)
            .SelectMany(result => result.Differences.Select(difference => $"{result.Map} «{result.Test}» {difference}"))
            .ShouldBeEmpty();

    [Fact]
    public void Coverage_OfAllMaps_LeavesNoSourceFieldUnreadByAccident() =>
        MapTestRunner.Run(ShippedContent.Mapping, ShippedContent.Read).Coverage
            .SelectMany(coverage => coverage.SourceFieldsNeverRead.Concat(coverage.RequiredTargetsWithoutSource).Select(field => $"{coverage.Map} {field}"))
            .ShouldBeEmpty();

    [Fact]
    public void CodeLists_OfEntriesThatGoBothWays_ComeBack()
    {
        var entries = ShippedContent.Mapping.CodeLists.Values
            .SelectMany(list => list.Entries.Where(entry => entry is { Direction: CodeDirection.Both, Left: not null, Right: not null }).Select(entry => (List: list, Entry: entry)))
            .ToList();

        entries.Count.ShouldBeGreaterThan(100);
        entries.Where(item => item.List.Find(item.Entry.Left!, CodeDirection.ToRight).Code is not { } there
                || item.List.Find(there, CodeDirection.ToLeft).Code != item.Entry.Left)
            .Select(item => $"{item.List.Key} {item.Entry.Left}").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_AgainstItsSchema_FitsUnlessItIsTheInvalidOne(string sample)
    {
        var problems = ShippedContent.Mapping.FindSchema("pos.message")!.Validate(Root.Json($"mocks/samples/{sample}/message.json"));

        problems.Select(problem => $"{problem.Pointer} {problem.Code}").ShouldBe(sample == Invalid ? ["/received_at schema.required"] : []);
    }
}
