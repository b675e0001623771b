using System.Text.Json.Nodes;
using Cronos;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Expressions;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;
using Microsoft.Extensions.Time.Testing;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <summary>The smallest host of the runtime: versions, instances, triggers, bookmarks and timers in lists.</summary>
internal sealed class InMemoryWorkflows : IBurstHost
{
    private readonly WorkflowPreparer _preparer = new(ActivityRegistry.CreateDefault(), ExpressionLanguages.CreateDefault());
    private readonly WorkflowRuntime _runtime;

    public InMemoryWorkflows()
    {
        Ids = new UuidV7Source(Time);
        _runtime = new WorkflowRuntime(Time, Ids);
    }

    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public UuidV7Source Ids { get; }

    public ActivityRegistry Registry => _preparer.Registry;

    public List<WorkflowDefinitionVersion> Versions { get; } = [];

    public Dictionary<string, StoredInstance> Instances { get; } = [];

    public T? Get<T>()
        where T : class => this as T;

    public ValueTask CommitAsync(BurstResult soFar, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public WorkflowDefinitionVersion? FindVersion(string definitionId, string? versionOptions)
    {
        var versions = Versions.Where(version => version.Definition.DefinitionId == definitionId).ToList();
        return versionOptions switch
        {
            "Latest" => versions.Find(version => version.Definition.IsLatest),
            null or "" or "Published" => versions.Find(version => version.Definition.IsPublished),
            "LatestOrPublished" => versions.Find(version => version.Definition.IsLatest) ?? versions.Find(version => version.Definition.IsPublished),
            _ => versions.Find(version => version.Definition.Version.ToString() == versionOptions),
        };
    }

    public PreparedWorkflow Prepare(WorkflowDefinition definition) => _preparer.Prepare(definition, (definitionId, versionId) =>
        (versionId is null
            ? FindVersion(definitionId, "Published")
            : Versions.Find(version => version.Definition.DefinitionId == definitionId && version.Definition.Id == versionId))?.Definition);

    public async Task PublishAsync(WorkflowDefinitionVersion version)
    {
        foreach (var other in Versions.Where(other => other.Definition.DefinitionId == version.Definition.DefinitionId && other != version))
        {
            SetFlags(other, isLatest: false, isPublished: false);
        }

        SetFlags(version, isLatest: true, isPublished: true);
        version.Triggers = await _runtime.DescribeTriggersAsync(Prepare(version.Definition), CancellationToken.None);

        foreach (var trigger in version.Triggers.Where(trigger => trigger.Schedule is not null))
        {
            version.NextDue[trigger.ActivityId] = trigger.Schedule!.FirstDueAt;
        }
    }

    public static void SetFlags(WorkflowDefinitionVersion version, bool isLatest, bool isPublished)
    {
        var definition = version.Definition;
        version.Definition = definition.WithIdentity(definition.Id, definition.DefinitionId, definition.Version, isLatest, isPublished);

        if (!isPublished)
        {
            version.Triggers = [];
        }
    }

    /// <returns>The instance, or null if the activation strategy refuses it.</returns>
    public async Task<StoredInstance?> StartAsync(WorkflowDefinitionVersion version, StartRequest request)
    {
        if (!MayStart(version.Definition, request.CorrelationId))
        {
            return null;
        }

        // Creation order must show in the timestamps, which the fake clock would repeat.
        Time.Advance(TimeSpan.FromMilliseconds(1));
        var instance = new StoredInstance { Id = request.InstanceId, Version = new WorkflowDefinitionVersion { Definition = version.Definition } };
        Instances[instance.Id] = instance;
        instance.Apply(await _runtime.StartAsync(Prepare(version.Definition), request, this, CancellationToken.None));
        return instance;
    }

    public async Task StimulateAsync(Stimulus stimulus, JsonNode? input, string? correlationId, string? instanceId)
    {
        var hash = StimulusHash.Compute(stimulus.Name, stimulus.Payload);
        var hit = Instances.Values
            .Where(instance => instanceId is null || instance.Id == instanceId)
            .SelectMany(instance => instance.Bookmarks.Values.Select(bookmark => (instance, bookmark)))
            .Where(pair => pair.bookmark.Hash == hash && (correlationId is null || pair.bookmark.CorrelationId == correlationId))
            .ToList();

        foreach (var version in instanceId is null ? Versions.Where(version => version.Definition.IsPublished).ToList() : [])
        {
            foreach (var trigger in version.Triggers.Where(trigger => trigger.Hash == hash))
            {
                await StartAsync(version, new StartRequest
                {
                    InstanceId = Ids.NewId(),
                    CorrelationId = correlationId,
                    TriggerActivityId = trigger.ActivityId,
                    TriggerInput = input,
                });
            }
        }

        foreach (var (instance, bookmark) in hit)
        {
            await ResumeAsync(instance, bookmark.Id, input);
        }
    }

    public async Task ResumeAsync(StoredInstance instance, string bookmarkId, JsonNode? input)
    {
        var result = await _runtime.ResumeAsync(
            Prepare(instance.Version.Definition), instance.Load(), new ResumeRequest(bookmarkId, input), this, CancellationToken.None);

        if (result.HasRun)
        {
            instance.Apply(result);
        }
    }

    public async Task RetryAsync(StoredInstance instance) =>
        instance.Apply(await _runtime.RetryFaultedAsync(Prepare(instance.Version.Definition), instance.Load(), this, CancellationToken.None));

    public void Cancel(StoredInstance instance)
    {
        var result = _runtime.Cancel(Prepare(instance.Version.Definition), instance.Load());

        if (result.HasRun)
        {
            instance.Apply(result);
        }
    }

    public async Task AdvanceAsync(TimeSpan time)
    {
        Time.Advance(time);
        var now = Time.GetUtcNow();

        foreach (var (instance, bookmark) in Instances.Values.SelectMany(instance => instance.Bookmarks.Values.Select(bookmark => (instance, bookmark)))
                     .Where(pair => pair.bookmark.DueAt <= now).ToList())
        {
            await ResumeAsync(instance, bookmark.Id, null);
        }

        foreach (var version in Versions.Where(version => version.Definition.IsPublished).ToList())
        {
            foreach (var trigger in version.Triggers.Where(trigger => version.NextDue.TryGetValue(trigger.ActivityId, out var due) && due <= now).ToList())
            {
                version.NextDue[trigger.ActivityId] = trigger.Schedule!.Interval is { } interval ? now + interval
                    : trigger.Schedule.CronExpression is { } cron && CronExpression.Parse(cron, CronFormat.IncludeSeconds).GetNextOccurrence(now, TimeZoneInfo.Utc) is { } next ? next
                    : DateTimeOffset.MaxValue;
                await StartAsync(version, new StartRequest { InstanceId = Ids.NewId(), TriggerActivityId = trigger.ActivityId });
            }
        }
    }

    private bool MayStart(WorkflowDefinition definition, string? correlationId)
    {
        var running = Instances.Values.Select(instance => instance.Load()).Where(state => state.Status == WorkflowStatus.Running).ToList();
        return definition.Options.Activation switch
        {
            ActivationStrategy.Singleton => !running.Exists(state => state.DefinitionId == definition.DefinitionId),
            ActivationStrategy.Correlation => !running.Exists(state => state.CorrelationId == correlationId),
            ActivationStrategy.CorrelatedSingleton => !running.Exists(state => state.DefinitionId == definition.DefinitionId && state.CorrelationId == correlationId),
            _ => true,
        };
    }
}
