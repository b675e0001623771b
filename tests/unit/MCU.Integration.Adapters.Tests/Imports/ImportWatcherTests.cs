using System.Text;
using MCU.Integration.Adapters.Imports;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Adapters.Tests.Stand;
using MCU.Integration.Pipeline.Intake;
using MCU.Integration.Pipeline.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MCU.Integration.Adapters.Tests.Imports;

public sealed class ImportWatcherTests : IDisposable
{
    private const string Manifest = """
        {
          "key": "incident", "title": "Инциденты",
          "documents": { "incident.row": { "title": "Строка", "direction": "in", "schema": "incident.row", "dedupKey": "/a" } },
          "imports": { "export": { "document": "incident.row" } }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-import-");
    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly MemoryIntake _intake = new();

    [Fact]
    public async Task Look_AtATable_HandsItsRowsInAndMovesItWithAReport()
    {
        Put("выгрузка.csv", "a;b\n1;x\n2;y\n", age: TimeSpan.FromMinutes(1));

        await CreateSut().LookAsync(CancellationToken.None);

        _intake.Documents.ShouldBe(["""{"a":"1","b":"x"}""", """{"a":"2","b":"y"}"""]);
        Names("done").ShouldBe(["20261123T120000000-выгрузка.csv", "20261123T120000000-выгрузка.csv.report.json"]);
        _folder.GetFiles().ShouldBeEmpty();
        (await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "done", "20261123T120000000-выгрузка.csv.report.json"))).ShouldContain("\"accepted\": 2");
    }

    [Fact]
    public async Task Look_AtAFileThatIsStillWritten_LeavesIt()
    {
        Put("выгрузка.csv", "a;b\n1;x\n", age: TimeSpan.FromSeconds(1));

        await CreateSut().LookAsync(CancellationToken.None);

        _intake.Documents.ShouldBeEmpty();
        _folder.GetFiles().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Look_AtAFileThatIsNoTable_MovesItAsideAndGoesOn()
    {
        Put("1.csv", "a;a\n1;x\n", age: TimeSpan.FromMinutes(2));
        Put("2.csv", "a\n1\n", age: TimeSpan.FromMinutes(1));

        await CreateSut().LookAsync(CancellationToken.None);

        Names("failed").Count.ShouldBe(2);
        _intake.Documents.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Import_RowsThatAreRefused_AreNamedByTheirLine()
    {
        _intake.Judge = text => text.Contains("\"2\"", StringComparison.Ordinal) ? IntakeResultKind.Invalid
            : text.Contains("\"3\"", StringComparison.Ordinal) ? IntakeResultKind.Duplicate
            : IntakeResultKind.Accepted;

        var report = await Importer().ImportAsync("incident", new("export", "incident.row"), "a\n1\n2\n3\n"u8.ToArray(), CancellationToken.None);

        (report.Rows, report.Accepted, report.Known).ShouldBe((3, 1, 1));
        var refused = report.Refused.ShouldHaveSingleItem();
        (refused.Line, refused.Reason).ShouldBe((3, "invalid"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private ImportWatcher CreateSut() => new(
        new AdapterManifests(new FixedAdapters { All = [ManifestParser.Parse(Manifest).Manifest!] }),
        Importer(),
        new MemoryLeadership(),
        new NodeName("node"),
        Options.Create(Settings()),
        Options.Create(new Adapters.Feeds.FeedOptions()),
        _time,
        NullLogger<ImportWatcher>.Instance);

    private TableImporter Importer() => new(_intake, Options.Create(Settings()));

    private ImportOptions Settings() => new() { Folders = new() { ["incident"] = new() { ["export"] = _folder.FullName } } };

    private void Put(string name, string text, TimeSpan age)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));
        File.SetLastWriteTimeUtc(path, (_time.GetUtcNow() - age).UtcDateTime);
    }

    private IReadOnlyList<string> Names(string folder) =>
        [.. new DirectoryInfo(Path.Combine(_folder.FullName, folder)).GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];
}
