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

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_AgainstItsSchema_FitsUnlessItIsTheInvalidOne(string sample)
    {
        var problems = ShippedContent.Mapping.FindSchema("pos.message")!.Validate(Root.Json($"mocks/samples/{sample}/message.json"));

        problems.Select(problem => $"{problem.Pointer} {problem.Code}").ShouldBe(sample == Invalid ? ["/received_at schema.required"] : []);
    }
}
