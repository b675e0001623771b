using System.Text.Json;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Pipeline.Activities;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Workflows.Lint;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Definitions;

namespace MCU.Integration.Content.Tests;

public sealed class WorkflowTests
{
    private static readonly ActivityRegistry Registry = ActivityRegistry.CreateDefault().AddAssembly(typeof(ApplyStatus).Assembly);

    public static TheoryData<string> Workflows => [.. ShippedContent.Files.Where(file => file.Kind == ContentKind.Workflow).Select(file => file.Key)];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Definition_OfAWorkflow_IsReadWithoutProblems(string workflow)
    {
        var parsed = WorkflowDefinition.Parse(File.ReadAllBytes(Path.Combine(Root.Path, "workflows", workflow + ".json")));

        parsed.Problems.ShouldBeEmpty();
        parsed.Definition!.DefinitionId.ShouldBe(workflow);
        parsed.Definition.IsPublished.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Activities_OfAWorkflow_AreKnownWithAllTheirInputs(string workflow)
    {
        foreach (var activity in Activities(workflow))
        {
            var name = activity.GetProperty("type").GetString()!;
            Registry.TryGet(name, activity.GetProperty("version").GetInt32(), out var type).ShouldBeTrue(name);
            var inputs = type!.Inputs.Select(input => char.ToLowerInvariant(input.Name[0]) + input.Name[1..]).ToList();
            activity.EnumerateObject()
                .Where(property => property.Value.ValueKind == JsonValueKind.Object && property.Value.TryGetProperty("expression", out _))
                .ShouldAllBe(property => inputs.Contains(property.Name));
        }
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Connections_OfAWorkflow_LeaveByPortsThatTheActivityHas(string workflow)
    {
        var types = Activities(workflow).ToDictionary(activity => activity.GetProperty("id").GetString()!, activity => activity.GetProperty("type").GetString()!);
        foreach (var connection in Root.Json($"workflows/{workflow}.json").GetProperty("root").GetProperty("connections").EnumerateArray())
        {
            var source = connection.GetProperty("source");
            var type = types[source.GetProperty("activity").GetString()!];
            types.ShouldContainKey(connection.GetProperty("target").GetProperty("activity").GetString()!);
            Registry.TryGet(type, 1, out var known).ShouldBeTrue();
            var outcomes = known!.Attribute.Outcomes is { Length: > 0 } named ? named : [Outcomes.Done];
            outcomes.ShouldContain(source.GetProperty("port").GetString()!, type);
        }
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void References_OfAWorkflow_NameMapsAndOperationsThatExist(string workflow)
    {
        foreach (var activity in Activities(workflow))
        {
            if (Literal(activity, "map") is { } map)
            {
                ShippedContent.Mapping.Maps.Keys.ShouldContain(map);
            }

            // A computed adapter is checked by Registers_NamedByTags below.
            if (Literal(activity, "operation") is { } operation && Literal(activity, "adapter") is not null)
            {
                Root.Json($"adapters/{Literal(activity, "adapter")}/manifest.json").GetProperty("operations").TryGetProperty(operation, out _).ShouldBeTrue(operation);
            }

            if (Literal(activity, "documentType") is { } document)
            {
                Root.Json($"adapters/{Literal(activity, "adapter")}/manifest.json").GetProperty("documents").TryGetProperty(document, out _).ShouldBeTrue(document);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Drawing_OfAWorkflow_IsReadable(string workflow)
    {
        var boxes = Activities(workflow).Select(activity =>
        {
            var metadata = activity.GetProperty("metadata");
            var (position, size) = (metadata.GetProperty("designer").GetProperty("position"), metadata.GetProperty("designer").GetProperty("size"));
            return (
                Title: metadata.GetProperty("displayText").GetString()!,
                X: position.GetProperty("x").GetDouble(),
                Y: position.GetProperty("y").GetDouble(),
                Width: size.GetProperty("width").GetDouble(),
                Height: size.GetProperty("height").GetDouble());
        }).ToList();

        boxes.ShouldAllBe(box => box.Title.Any(letter => letter >= 'А' && letter <= 'я'));
        var overlaps = from one in boxes
                       from other in boxes
                       where one != other && one.X < other.X + other.Width && other.X < one.X + one.Width && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height
                       select $"{one.Title} / {other.Title}";
        overlaps.ShouldBeEmpty();
        var backwards = from connection in Root.Json($"workflows/{workflow}.json").GetProperty("root").GetProperty("connections").EnumerateArray()
                        let ends = (Source: Box(connection, "source"), Target: Box(connection, "target"))
                        where ends.Target.X < ends.Source.X
                        select $"{ends.Source.Title} → {ends.Target.Title}";
        backwards.ShouldBeEmpty("a flowchart reads from left to right");

        (string Title, double X) Box(JsonElement connection, string end)
        {
            var index = Activities(workflow).Select(activity => activity.GetProperty("id").GetString()).ToList().IndexOf(connection.GetProperty(end).GetProperty("activity").GetString());
            return (boxes[index].Title, boxes[index].X);
        }
    }

    [Fact]
    public void Lint_OfAllWorkflows_FindsNothing()
    {
        var compiled = new ContentCompiler(new ManifestCompiler()).Compile(ShippedContent.Files);

        new WorkflowFileCheck(WorkflowLint.CreateDefault()).Check(ShippedContent.Files, compiled).Select(issue => issue.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void Registers_NamedByTags_CanMakeAnOrderByTheirMap()
    {
        const string mark = "register:";
        var registers = Directory.GetFiles(Path.Combine(Root.Path, "rules", "auto-rules"))
            .SelectMany(file => Root.Json($"rules/auto-rules/{Path.GetFileName(file)}").GetProperty("rules").EnumerateArray())
            .SelectMany(rule => rule.GetProperty("then").TryGetProperty("tags", out var tags) ? tags.EnumerateArray().Select(tag => tag.GetString()!) : [])
            .Where(tag => tag.StartsWith(mark, StringComparison.Ordinal))
            .Select(tag => tag[mark.Length..])
            .Distinct()
            .ToList();

        registers.ShouldNotBeEmpty();
        foreach (var register in registers)
        {
            Root.Json($"adapters/{register}/manifest.json").GetProperty("operations").TryGetProperty("order.create", out _).ShouldBeTrue(register);
            ShippedContent.Mapping.Maps.Keys.ShouldContain($"hub.case-to-{register}.order");
        }
    }

    private static IEnumerable<JsonElement> Activities(string workflow) =>
        Root.Json($"workflows/{workflow}.json").GetProperty("root").GetProperty("activities").EnumerateArray();

    private static string? Literal(JsonElement activity, string input) =>
        activity.TryGetProperty(input, out var value) && value.GetProperty("expression").GetProperty("type").GetString() == "Literal"
            ? value.GetProperty("expression").GetProperty("value").GetString()
            : null;
}
