using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace MCU.Integration.ArchitectureTests;

/// <summary>What <c>docker-compose.yml</c> and <c>Dockerfile</c> name exists, and no secret stands in them.</summary>
public sealed partial class ComposeTests
{
    private static readonly string Dockerfile = Read("Dockerfile");
    private static readonly Dictionary<object, object> Compose = Parse(Read("docker-compose.yml"));
    private static readonly Dictionary<string, Dictionary<object, object>> Services =
        Map(Compose["services"]).ToDictionary(service => (string)service.Key, service => Map(service.Value));

    [Fact]
    public void Services_AreTwoHubsADatabaseAndTheCity() => Services.Keys.Order().ShouldBe(["hub-1", "hub-2", "mocks", "postgres"]);

    [Fact]
    public void Builds_NameStagesOfTheDockerfile()
    {
        var stages = StageName().Matches(Dockerfile).Select(match => match.Groups[1].Value).ToList();

        foreach (var build in Services.Values.Where(service => service.ContainsKey("build")).Select(service => Map(service["build"])))
        {
            stages.ShouldContain((string)build["target"]);
        }
    }

    [Fact]
    public void Dockerfile_CopiesAndPublishesWhatExists()
    {
        var copied = CopiedFolder().Matches(Dockerfile).Select(match => match.Groups[1].Value);
        var published = PublishedProject().Matches(Dockerfile).Select(match => match.Groups[1].Value);

        copied.Concat(published).ShouldAllBe(folder => Directory.Exists(Path.Combine(Repository.Root, folder)));
        foreach (var program in EntryPoint().Matches(Dockerfile).Select(match => match.Groups[1].Value))
        {
            published.ShouldContain($"src/{program}");
        }
    }

    [Fact]
    public void Services_WaitForServicesThatCanSayThatTheyAreWell()
    {
        foreach (var awaited in Services.Values.Where(service => service.ContainsKey("depends_on")).SelectMany(service => Map(service["depends_on"])))
        {
            Services.Keys.ShouldContain((string)awaited.Key);
            Map(awaited.Value)["condition"].ShouldBe("service_healthy");
        }

        Services.Values.ShouldAllBe(service => service.ContainsKey("healthcheck"));
    }

    [Fact]
    public void Volumes_AreDeclared()
    {
        var declared = Map(Compose["volumes"]).Keys.Cast<string>().ToList();

        foreach (var volume in Services.Values.Where(service => service.ContainsKey("volumes")).SelectMany(service => (List<object>)service["volumes"]))
        {
            declared.ShouldContain(((string)volume).Split(':')[0]);
        }
    }

    [Fact]
    public void Settings_OfTheHubs_AreDocumentedAndOfAdaptersThatExist()
    {
        var documented = Read("docs/operations/settings.md");

        foreach (var name in Environment("hub-1").Keys.Concat(ImageSetting().Matches(Dockerfile).Select(match => match.Groups[1].Value)))
        {
            if (AdapterSetting().Match(name) is { Success: true } adapter)
            {
                Directory.Exists(Path.Combine(Repository.Root, "adapters", adapter.Groups[1].Value)).ShouldBeTrue(name);
            }
            else
            {
                documented.ShouldContain($"`{name}`");
            }
        }
    }

    [Fact]
    public void Secrets_ComeFromTheEnvironmentOrOpenTheMocksOnly()
    {
        var demo = Read("src/MCU.Integration.Mocks/City/DemoCredentials.cs");

        foreach (var (name, value) in Services.Keys.SelectMany(service => Environment(service)).Where(setting => SecretName().IsMatch(setting.Key)))
        {
            (Demanded().IsMatch(value) || demo.Contains($"\"{value}\"", StringComparison.Ordinal)).ShouldBeTrue(name);
        }

        Environment("hub-1")["ConnectionStrings__Hub"].ShouldContain("Password=${");
    }

    [Fact]
    public void Command_OfTheMocks_HasOptionsThatTheyKnow()
    {
        var program = Read("src/MCU.Integration.Mocks/Program.cs");

        foreach (var option in ((List<object>)Services["mocks"]["command"]).Cast<string>().Where(word => word.StartsWith("--", StringComparison.Ordinal)))
        {
            program.ShouldContain($"\"{option}\"");
        }
    }

    private static Dictionary<string, string> Environment(string service) => Services[service].TryGetValue("environment", out var settings)
        ? Map(settings).ToDictionary(setting => (string)setting.Key, setting => (string)setting.Value)
        : [];

    private static Dictionary<object, object> Map(object value) => (Dictionary<object, object>)value;

    private static Dictionary<object, object> Parse(string text)
    {
        var parser = new MergingParser(new Parser(new StringReader(text)));
        parser.Consume<StreamStart>();
        return new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(parser);
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    [GeneratedRegex(@"^FROM \S+ AS (\S+)", RegexOptions.Multiline)]
    private static partial Regex StageName();

    [GeneratedRegex(@"^COPY ([a-z]+)/ ", RegexOptions.Multiline)]
    private static partial Regex CopiedFolder();

    [GeneratedRegex(@"dotnet publish (\S+)")]
    private static partial Regex PublishedProject();

    [GeneratedRegex(@"^ENTRYPOINT \[""bin/(\S+)""\]", RegexOptions.Multiline)]
    private static partial Regex EntryPoint();

    [GeneratedRegex(@"(Hub__\w+)=")]
    private static partial Regex ImageSetting();

    [GeneratedRegex(@"^Hub__Adapters__([\w-]+?)__\w+$")]
    private static partial Regex AdapterSetting();

    [GeneratedRegex(@"Password|Secret|ApiKey|PASSWORD")]
    private static partial Regex SecretName();

    [GeneratedRegex(@"^\$\{\w+:\?.+\}$")]
    private static partial Regex Demanded();
}
