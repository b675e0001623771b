using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>Instances on their way to another hub, or back from a file. What a viewer is shown is not enough to go on with, so the file holds the hub's own state beside it.</summary>
public sealed class InstanceTransfer(InstanceCheck check, InstanceBook book, WorkflowStateSerializer serializer, Committer committer, AuditTrail audit, TimeProvider time)
{
    /// <summary>Where the hub's own part stands in an exported file.</summary>
    public const string Property = "HubInstance";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The hub's own part of an exported file; null for whoever may not see all values.</summary>
    public JsonObject? Write(InstanceView instance, InstanceHistory history) => instance.Sight != ValueSight.Plain ? null : new()
    {
        ["state"] = JsonNode.Parse(serializer.Serialize(instance.State)),
        ["journal"] = JsonSerializer.SerializeToNode(history.Entries, Json),
        ["executions"] = JsonSerializer.SerializeToNode(history.Executions, Json),
    };

    /// <summary>Takes in instances, all of them or none. Each keeps its id, stands where it stood, and goes on from there.</summary>
    /// <param name="files">Exported files by name.</param>
    /// <exception cref="UseCaseException">A file is not an instance of this hub's kind, its workflow is not here, or the instance is here already.</exception>
    public async Task ImportAsync(Actor actor, IReadOnlyList<(string Name, JsonObject Content)> files, CancellationToken cancellation)
    {
        actor.Demand(Right.RunWorkflows);
        List<Problem> problems = [];
        var changes = new ChangeSet { Now = time.GetUtcNow() };
        HashSet<string> ids = [];
        foreach (var (name, content) in files)
        {
            if (Read(name, content, problems) is { } copy && await check.CheckAsync(copy, $"/{name}/{Property}/state", problems, cancellation) is { } place)
            {
                if (!ids.Add(copy.State.InstanceId) || copy.State.Bookmarks.Any(bookmark => !ids.Add(bookmark.Id)))
                {
                    problems.Add(new($"/{name}/{Property}/state/instanceId", "exists", $"Another file holds the same instance, or a bookmark of it, as '{name}'."));
                    continue;
                }

                (copy.State.DefinitionVersionId, copy.State.DefinitionVersion) = (place.Version.Id, place.Version.Version);
                var result = new BurstResult { State = copy.State, Created = copy.State.Bookmarks, Journal = copy.Journal, Executions = copy.Executions };
                changes.Instances.Add(book.ToWrite(result, null, null, place.Snapshot));
                changes.Audit.Add(audit.Entry(actor, "instance.import", $"instance:{copy.State.InstanceId}"));
            }
        }

        if (problems.Count > 0)
        {
            throw UseCaseException.Invalid(problems[0].Message, problems);
        }

        var outcome = await committer.CommitAsync(changes, cancellation);
        if (outcome != CommitOutcome.Committed)
        {
            throw outcome == CommitOutcome.Conflict
                ? UseCaseException.Conflict("An instance of these, or a bookmark of one, is here already. Nothing was imported.")
                : UseCaseException.Invalid("", "not_storable", "The database cannot hold what is in these files. Nothing was imported.");
        }
    }

    private InstanceCopy? Read(string name, JsonObject content, List<Problem> problems)
    {
        var pointer = $"/{name}/{Property}";
        if (content[Property] is not JsonObject own)
        {
            problems.Add(new(pointer, "required", $"'{name}' was not exported by a hub, or by somebody who may not see all values: what the instance needs to go on is not in it."));
            return null;
        }

        try
        {
            var copy = new InstanceCopy(
                serializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(own["state"])),
                own["journal"].Deserialize<List<JournalEntry>>(Json) ?? [],
                own["executions"].Deserialize<List<ActivityExecution>>(Json) ?? []);
            return copy.IsWhole ? copy : throw new JsonException("A part is null.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            problems.Add(new(pointer, "malformed", $"'{name}' does not hold an instance that this hub can read."));
            return null;
        }
    }
}
