namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <summary>What a real Elsa 3.8 server did, done again by this runtime.</summary>
public sealed class BehaviourCaseTests
{
    /// <summary>The cases of the activities that the first thread stands on: they must never drop out of the selection.</summary>
    private static readonly string[] Core =
    [
        "001", "002", "003", "004", "007", "008", "010", "012", "013", "014", "016", "017", "018", "019", "020", "021", "022", "023",
        "032", "033", "034", "035", "036", "038", "039", "040", "042", "043", "044", "047", "049", "076", "086", "121", "122", "134",
        "136", "137", "138", "154", "155", "164", "166", "167", "168", "169", "171", "172", "174", "178", "179", "239", "240", "242",
        "243", "245", "246", "247", "248", "249", "250", "251", "269", "270", "271", "273", "274", "275", "278", "280", "281", "282", "283",
    ];

    public static TheoryData<string> Cases => [.. CaseFolder.All().Where(CaseSelection.IsSelected)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Case_RunInMemory_DoesWhatWasRecorded(string name)
    {
        var folder = CaseFolder.Open(name);
        var actual = await new CaseRunner(folder, new InMemoryCaseServer()).RunAsync();
        var comparer = new CaseComparer((string?)folder.Case["journalOrder"] == "any");

        comparer.Difference(folder.Expected, actual).ShouldBeNull();
    }

    [Fact]
    public void Selection_OfCases_ContainsTheCore()
    {
        var selected = CaseFolder.All().Where(CaseSelection.IsSelected).Select(name => name[..3]).ToHashSet();

        Core.Where(number => !selected.Contains(number)).ShouldBeEmpty();
    }
}
