using System.Text.RegularExpressions;

namespace MCU.Integration.ArchitectureTests;

/// <summary>What every source file keeps to.</summary>
public sealed partial class FileTests
{
    private const int MostLines = 400;

    [Fact]
    public void SourceFile_Length_StaysBelowTheCap() =>
        Sources("*.cs", "*.razor", "*.css").Where(path => File.ReadLines(path).Count() > MostLines).Select(Repository.Relative)
            .ShouldBeEmpty($"a file over {MostLines} lines holds more than one concept");

    [Fact]
    public void SourceFile_PublicTypes_AreOnePerFile() =>
        Repository.Files("src", "*.cs").Where(path => PublicType().Count(File.ReadAllText(path)) > 1).Select(Repository.Relative).ShouldBeEmpty();

    [Fact]
    public void Folder_Name_SaysAConcept() =>
        Repository.Files("src", "*.cs").Select(Repository.Relative)
            .Where(path => path.Split('/')[..^1].Any(part => part is "Helpers" or "Managers" or "Common" or "Utils"))
            .ShouldBeEmpty();

    [Fact]
    public void Storage_Commit_HappensInOnePlace() =>
        Repository.Files("src/MCU.Integration.Storage", "*.cs")
            .Where(path => CommitCall().IsMatch(File.ReadAllText(path)))
            .Select(Path.GetFileName)
            .ShouldBe(["CommitGate.cs"], "the crash tests kill the process at every commit, so no commit may pass beside the gate");

    [Fact]
    public void Newtonsoft_OutsideMapping_IsNotUsed() =>
        Repository.Files("src", "*.cs").Where(path => !Repository.Relative(path).StartsWith("src/MCU.Integration.Mapping/", StringComparison.Ordinal))
            .Where(path => File.ReadAllText(path).Contains("Newtonsoft", StringComparison.Ordinal)).Select(Repository.Relative)
            .ShouldBeEmpty("its defaults rewrite time zones and round decimals");

    private static IEnumerable<string> Sources(params string[] patterns) => Repository.Files("src", patterns).Concat(Repository.Files("tests", patterns)).Concat(Repository.Files("bench", patterns));

    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|readonly|partial|ref) )*(?:class|record struct|record|struct|interface|enum) ", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\.Commit(?:Async)?\(")]
    private static partial Regex CommitCall();
}
