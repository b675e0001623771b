using System.Text;
using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Workflows;
using MCU.Integration.Pipeline.Activities.Pickers;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Activities.Http;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Descriptors;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.ElsaApi.Descriptors;

/// <summary>
/// The descriptors of all activities: those of the hub, and workflows that may be used as activities. Every version of these that was ever published has
/// one, because a definition that uses an older version would otherwise show an empty canvas.
/// </summary>
internal sealed class DescriptorCatalog(ActivityRegistry registry, ActivityPickers pickers, ActiveSets sets, IDefinitionStore definitions, WorkflowAddresses addresses)
{
    private readonly ActivityDescriptors _descriptors = new(registry);
    private readonly SemaphoreSlim _making = new(1);
    private volatile DescriptorSet? _current;

    /// <summary>The descriptors of now; made anew only when something was saved since.</summary>
    public async ValueTask<DescriptorSet> GetAsync(CancellationToken cancellation)
    {
        if (_current is { } known && known.Generation == sets.Current.Generation)
        {
            return known;
        }

        await _making.WaitAsync(cancellation);
        try
        {
            var generation = sets.Current.Generation;
            if (_current is not { } made || made.Generation != generation)
            {
                _current = made = new(generation, [.. pickers.Fill(_descriptors.All(await UsableAsync(cancellation))).Select(WithAddress)]);
            }

            return made;
        }
        finally
        {
            _making.Release();
        }
    }

    /// <summary>The designer shows the whole address beside an endpoint's path, and copies it.</summary>
    private JsonObject WithAddress(JsonObject descriptor)
    {
        if (descriptor["typeName"].AsString() != "Elsa.HttpEndpoint")
        {
            return descriptor;
        }

        var copy = descriptor.DeepClone().AsObject();
        var path = copy["inputs"]!.AsArray().OfType<JsonObject>().Single(input => input["name"].AsString() == nameof(HttpEndpoint.Path));
        path["uiSpecifications"] = new JsonObject
        {
            ["singleline"] = new JsonObject { ["adornmentText"] = addresses.HttpWorkflows, ["enableCopyAdornment"] = true },
            ["Refresh"] = true,
        };
        return copy;
    }

    private async Task<IReadOnlyList<WorkflowDefinition>> UsableAsync(CancellationToken cancellation)
    {
        var (rows, _) = await definitions.ListAsync(new() { IsUsableAsActivity = true, OrderBy = "Version", Descending = true }, null, null, cancellation);
        return [.. rows.Where(row => row.IsPublished || !row.IsLatest).Select(Parse).OfType<WorkflowDefinition>()];
    }

    private static WorkflowDefinition? Parse(DefinitionRow row) =>
        WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(row.Body)).Definition?.WithIdentity(row.Id, row.DefinitionId, row.Version, row.IsLatest, row.IsPublished);
}
