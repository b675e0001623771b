using MCU.Integration.Workflows.Activities.Flow;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <summary>
/// The corpus in token-based mode: what was recorded is that of the other mode, except where a recording of this mode lies in
/// <c>token-mode</c>.
/// </summary>
public sealed class TokenModeCaseTests
{
    private static readonly string[] Areas = ["flowchart", "sequence", "branching", "loops", "fork", "workflow-as-activity"];

    public static TheoryData<string> Cases => [.. CaseFolder.All().Where(name =>
        CaseSelection.IsSelected(name)
        && Areas.Contains((string?)CaseFolder.Open(name).Case["area"])
        // The real server did not end there.
        && !name.StartsWith("012", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Case_RunWithTokens_DoesWhatWasRecorded(string name)
    {
        var folder = CaseFolder.Open(name);
        var actual = await new CaseRunner(folder, new InMemoryCaseServer(FlowchartMode.TokenBased)).RunAsync();
        var comparer = new CaseComparer((string?)folder.Case["journalOrder"] == "any");

        comparer.Difference(folder.ExpectedWithTokens, actual).ShouldBeNull();
    }
}
