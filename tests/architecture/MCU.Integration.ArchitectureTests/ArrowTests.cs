using System.Xml.Linq;

namespace MCU.Integration.ArchitectureTests;

/// <summary>A room may reference only the rooms that this table allows (docs/decisions/0001-rooms.md).</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Mapping"] = [],
        ["Workflows"] = [],
        ["Domain"] = [],
        ["Pipeline"] = ["Mapping", "Workflows", "Domain"],
        ["Adapters"] = ["Pipeline"],
        ["Storage"] = ["Pipeline"],
        ["Analytics"] = ["Domain"],
        ["ElsaApi"] = ["Pipeline"],
        ["Console"] = ["Pipeline", "Analytics"],
        ["Mocks"] = [],
        ["Hub"] = ["Mapping", "Workflows", "Domain", "Pipeline", "Adapters", "Storage", "Analytics", "ElsaApi", "Console", "Mocks"],
    };

    public static TheoryData<string> Rooms => new(Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName)!);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_References_OnlyWhatItsArrowsAllow(string project)
    {
        var room = project["MCU.Integration.".Length..];
        var references = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)["MCU.Integration.".Length..]);

        references.Except(Allowed[room]).ShouldBeEmpty($"{room} references a room that its arrows do not allow");
    }

    [Fact]
    public void Mocks_InAReleaseBuildOfTheHub_AreNotReferenced()
    {
        var hub = XDocument.Load(Path.Combine(Repository.Root, "src/MCU.Integration.Hub/MCU.Integration.Hub.csproj"));
        var mocks = hub.Descendants("ProjectReference").Where(r => r.Attribute("Include")!.Value.Contains("Mocks", StringComparison.Ordinal)).ToList();

        mocks.ShouldNotBeEmpty();
        mocks.ShouldAllBe(r => (r.Attribute("Condition") ?? r.Parent!.Attribute("Condition"))!.Value.Contains("Debug", StringComparison.Ordinal));
    }
}
