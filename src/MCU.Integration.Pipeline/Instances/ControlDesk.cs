using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.State;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>What people do to instances that exist.</summary>
public sealed class ControlDesk(
    IInstanceStore instances,
    IDefinitionStore definitions,
    ImmediateBursts bursts,
    WorkflowCache workflows,
    InstanceBook book,
    Committer committer,
    AuditTrail audit,
    TimeProvider time)
{
    private const int Page = 200;
    private const int Rounds = 5;

    /// <summary>Ends an instance. As in Elsa 3.8 it is no error when there is none, or when it is over.</summary>
    public async Task CancelAsync(Actor actor, string instanceId, CancellationToken cancellation)
    {
        actor.Demand(Right.RunWorkflows);
        await CancelOneAsync(actor, instanceId, cancellation);
    }

    /// <summary>Ends all running instances of a selection.</summary>
    /// <returns>How many.</returns>
    public async Task<int> CancelManyAsync(Actor actor, InstanceFilter filter, CancellationToken cancellation)
    {
        actor.Demand(Right.RunWorkflows);
        var running = filter with { Statuses = [nameof(WorkflowStatus.Running)], OrderBy = "CreatedAt", Descending = false };
        var cancelled = 0;
        for (var more = true; more;)
        {
            var (items, _) = await instances.ListAsync(running, 0, Page, cancellation);
            var results = await Task.WhenAll(items.Select(item => CancelOneAsync(actor, item.Id, cancellation)));
            var ended = results.Count(result => result.State is not null);
            cancelled += ended;
            more = items.Count == Page && ended > 0;
        }

        return cancelled;
    }

    /// <summary>The filter of Elsa's selection by definition; null when the definition has no such version.</summary>
    public async Task<InstanceFilter?> FilterAsync(string definitionId, VersionOptions version, CancellationToken cancellation)
    {
        if (version.Kind == VersionKind.AllVersions)
        {
            return new() { DefinitionIds = [definitionId] };
        }

        return version.Choose(await definitions.VersionsAsync(definitionId, cancellation)) is { } row ? new() { DefinitionVersionId = row.Id } : null;
    }

    /// <summary>Deletes instances with all that belongs to them.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> DeleteAsync(Actor actor, IReadOnlyCollection<string> instanceIds, CancellationToken cancellation)
    {
        actor.Demand(Right.RunWorkflows);
        if (instanceIds.Count == 0)
        {
            return 0;
        }

        var target = instanceIds.Count == 1 ? $"instance:{instanceIds.First()}" : null;
        return await instances.DeleteAsync(instanceIds, cancellation, deleted => audit.Entry(actor, "instance.delete", target, $"{deleted}"));
    }

    /// <summary>Repeats the faulted activities of an instance and goes on from there.</summary>
    /// <exception cref="UseCaseException">There is no such instance, or nothing of it is faulted.</exception>
    public async Task<WorkflowState> RetryAsync(Actor actor, string instanceId, CancellationToken cancellation)
    {
        actor.Demand(Right.RunWorkflows);
        _ = await instances.FindAsync(instanceId, cancellation) ?? throw UseCaseException.NotFound($"workflow instance {instanceId}");
        var retried = await bursts.RetryAsync(instanceId, audit.Entry(actor, "instance.retry", $"instance:{instanceId}"), cancellation);
        return retried.State ?? throw UseCaseException.Conflict("Nothing of the instance is faulted.");
    }

    /// <summary>Changes variables of the workflow while no burst of it is under way.</summary>
    /// <param name="values">By variable id.</param>
    /// <exception cref="UseCaseException">There is no such instance or variable, a value does not fit, or the instance is at work.</exception>
    public async Task<IReadOnlyList<VariableValue>> PatchVariablesAsync(
        Actor actor, string instanceId, IReadOnlyList<KeyValuePair<string, JsonNode?>> values, CancellationToken cancellation)
    {
        actor.Demand(Right.RunWorkflows);
        for (var round = 0; round < Rounds; round++)
        {
            var known = await instances.LoadAsync(instanceId, cancellation) ?? throw UseCaseException.NotFound($"workflow instance {instanceId}");
            var state = book.Open(known);
            var declared = (await workflows.ToContinueAsync(known.Row, cancellation)).Definition.Variables;
            var patched = Patch(state, declared, values);
            state.UpdatedAt = time.GetUtcNow();
            var changes = new ChangeSet { Now = state.UpdatedAt };
            changes.Instances.Add(book.ToWrite(new() { State = state }, known.Row, null));
            changes.Audit.Add(audit.Entry(actor, "instance.patch-variables", $"instance:{instanceId}", string.Join(", ", patched.Select(variable => variable.Name))));
            if (await committer.CommitAsync(changes, cancellation) == CommitOutcome.Committed)
            {
                return patched;
            }
        }

        throw UseCaseException.Conflict("The instance is at work. Try again.");
    }

    private Task<ImmediateResult> CancelOneAsync(Actor actor, string instanceId, CancellationToken cancellation) =>
        bursts.CancelAsync(instanceId, audit.Entry(actor, "instance.cancel", $"instance:{instanceId}"), cancellation);

    private static List<VariableValue> Patch(
        WorkflowState state, IReadOnlyList<VariableDefinition> declared, IReadOnlyList<KeyValuePair<string, JsonNode?>> values)
    {
        if (state.SubStatus == WorkflowSubStatus.Executing || state.Activities.FirstOrDefault() is not { } root)
        {
            throw UseCaseException.Conflict("The instance is at work. Try again.");
        }

        var stored = root.Variables ??= [];
        List<VariableValue> patched = [];
        for (var i = 0; i < values.Count; i++)
        {
            var (id, value) = values[i];
            var variable = declared.FirstOrDefault(candidate => candidate.Id == id)
                ?? throw UseCaseException.Invalid($"/variables/{i}/id", "unknown_variable", "The workflow declares no variable with this id.");
            var written = new VariableState(id, Convert(value, variable, i));
            stored.RemoveAll(known => known.Id == id);
            stored.Add(written);
            patched.Add(new(id, variable.Name, written.Value));
        }

        return patched;
    }

    private static JsonNode? Convert(JsonNode? value, VariableDefinition variable, int index)
    {
        try
        {
            return ValueConverter.Coerce(value?.DeepClone(), variable.Type);
        }
        catch (ValueConversionException)
        {
            throw UseCaseException.Invalid($"/variables/{index}/value", "wrong_type", $"The value is not of the variable's type, {variable.TypeName}.");
        }
    }
}
