using MCU.Integration.Mocks.Casting;

namespace MCU.Integration.Mocks.Tests;

/// <summary>The committed sample city is what its seed makes: whoever changes a scene makes the city anew, and sees what changed.</summary>
public sealed class CastMakerTests
{
    [Fact]
    public void Make_WithTheCommittedSeed_IsTheCommittedCity()
    {
        var folder = Path.Combine(Root(), "mocks", "city");
        var committed = Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText);

        var made = CastMaker.Make(CastMaker.Seed);

        made.Keys.ShouldBe(committed.Keys, ignoreOrder: true);
        made.Where(file => committed[file.Key] != file.Value).Select(file => file.Key).ShouldBeEmpty("make it anew: dotnet run --project src/MCU.Integration.Mocks -- make-city mocks/city");
    }

    [Fact]
    public void Make_WithAnotherSeed_IsAnotherCity() =>
        CastMaker.Make(CastMaker.Seed + 1)["pos/001.json"].ShouldNotBe(CastMaker.Make(CastMaker.Seed)["pos/001.json"]);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MCU.Integration.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}
