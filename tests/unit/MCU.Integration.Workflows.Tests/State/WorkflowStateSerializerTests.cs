using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Workflows.Tests.State;

public sealed class WorkflowStateSerializerTests
{
    private readonly TestWorkflows _workflows = new();

    /// <summary>An instance that a released version left suspended in the middle of everything must go on for ever.</summary>
    [Fact]
    public async Task Deserialize_GoldenStateOfVersion1_GoesOn()
    {
        var definition = (JsonObject)JsonNode.Parse(Golden("definition-v1.json"))!;
        var workflow = _workflows.Prepare(definition);
        var state = new WorkflowStateSerializer().Deserialize(Golden("state-v1.json"));
        var bookmark = state.Bookmarks.Single(candidate => candidate.ActivityId == "Wait");

        var result = await _workflows.Runtime.ResumeAsync(
            workflow, state, new ResumeRequest(bookmark.Id, new JsonObject { ["answer"] = 42 }), NullBurstHost.Instance, CancellationToken.None);

        result.HasRun.ShouldBeTrue();
        result.State.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        result.State.Output["log"]!.GetValue<string>().ShouldBe("a0 b1 42");
        result.State.CorrelationId.ShouldBe("дело-7");
    }

    [Fact]
    public void Serialize_GoldenState_WritesItBack() =>
        JsonNode.DeepEquals(
            JsonNode.Parse(new WorkflowStateSerializer().Serialize(new WorkflowStateSerializer().Deserialize(Golden("state-v1.json")))),
            JsonNode.Parse(Golden("state-v1.json"))).ShouldBeTrue();

    [Fact]
    public void Deserialize_OlderVersion_PassesTheUpcasters()
    {
        var old = """{"state_version":0,"id":"i","definitionId":"d","definitionVersionId":"v"}""";

        var state = new WorkflowStateSerializer([new RenameId()]).Deserialize(Encoding.UTF8.GetBytes(old));

        state.InstanceId.ShouldBe("i");
        state.StateVersion.ShouldBe(WorkflowState.CurrentVersion);
    }

    [Theory]
    [InlineData("""{"state_version":99,"instanceId":"i"}""")]
    [InlineData("""{"state_version":0,"instanceId":"i"}""")]
    [InlineData("""{"instanceId":"i"}""")]
    [InlineData("[]")]
    public void Deserialize_UnknownVersion_IsRefused(string text) =>
        Should.Throw<JsonException>(() => new WorkflowStateSerializer().Deserialize(Encoding.UTF8.GetBytes(text)));

    private static byte[] Golden(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private sealed class RenameId : IStateUpcaster
    {
        public int FromVersion => 0;

        public void Upcast(JsonObject state)
        {
            state["instanceId"] = state["id"]?.DeepClone();
            state.Remove("id");
        }
    }
}
