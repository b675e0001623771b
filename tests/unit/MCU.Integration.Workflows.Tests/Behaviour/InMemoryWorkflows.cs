using System.Text.Json.Nodes;
using Cronos;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Activities.Flow;
using MCU.Integration.Workflows.Composition;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Expressions;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;
using Microsoft.Extensions.Time.Testing;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <summary>The smallest host of the runtime: versions, instances, triggers, bookmarks and timers in lists.</summary>
internal sealed class InMemoryWorkflows : IPublishedWorkflows
{
    private readonly Queue<Func<Task>> _pending = new();
    private readonly WorkflowPreparer _preparer = new(ActivityRegistry.CreateDefault(), ExpressionLanguages.CreateDefault());
    private readonly WorkflowRuntime _runtime;

    public InMemoryWorkflows(FlowchartMode mode)
    {
        Ids = new TestIds(Time);
        _runtime = new WorkflowRuntime(Time, Ids, new WorkflowRuntimeOptions { FlowchartMode = mode });
    }

    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public IIdSource Ids { get; }

    public ActivityRegistry Registry => _preparer.Registry;

    public List<WorkflowDefinitionVersion> Versions { get; } = [];

    public Dictionary<string, StoredInstance> Instances { get; } = [];

    public ValueTask<PreparedWorkflow?> FindAsync(string definitionId, CancellationToken cancellationToken) =>
        new(FindVersion(definitionId, "Published") is { } version ? Prepare(version.Definition) : null);

    /// <summary>Does what earlier bursts asked for: events, child workflows.</summary>
    public async Task PumpAsync()
    {
        while (_pending.TryDequeue(out var next))
        {
            await next();
        }
    }

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
        version.Triggers = await DescribeTriggersAsync(version);

        foreach (var trigger in version.Triggers.Where(trigger => trigger.Schedule is not null))
        {
            version.NextDue[trigger.ActivityId] = trigger.Schedule!.FirstDueAt;
        }
    }

    public ValueTask<IReadOnlyList<TriggerDescription>> DescribeTriggersAsync(WorkflowDefinitionVersion version) =>
        _runtime.DescribeTriggersAsync(Prepare(version.Definition), CancellationToken.None);

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
    public async Task<StoredInstance?> StartAsync(WorkflowDefinitionVersion version, StartRequest request, IHttpExchange? exchange = null)
    {
        if (!MayStart(version.Definition, request.CorrelationId))
        {
            return null;
        }

        // Creation order must show in the timestamps, which the fake clock would repeat.
        Time.Advance(TimeSpan.FromMilliseconds(1));
        Store(await _runtime.StartAsync(Prepare(version.Definition), request, new InMemoryHost(this, exchange), CancellationToken.None));
        return Instances[request.InstanceId];
    }

    public async Task StimulateAsync(SentStimulus stimulus)
    {
        var hit = FindBookmarks(stimulus.Hash, stimulus.InstanceId, stimulus.CorrelationId);

        foreach (var (version, trigger) in stimulus.StartsWorkflows ? FindTriggers(stimulus.Hash) : [])
        {
            await StartAsync(version, new StartRequest
            {
                InstanceId = Ids.NewId(),
                CorrelationId = stimulus.CorrelationId,
                TriggerActivityId = trigger.ActivityId,
                TriggerInput = stimulus.Input,
            });
        }

        foreach (var (instance, bookmark) in hit)
        {
            await ResumeAsync(instance, bookmark.Id, stimulus.Input);
        }
    }

    public IReadOnlyList<(WorkflowDefinitionVersion Version, TriggerDescription Trigger)> FindTriggers(string hash) =>
    [
        .. Versions.Where(version => version.Definition.IsPublished)
            .SelectMany(version => version.Triggers.Where(trigger => trigger.Hash == hash).Select(trigger => (version, trigger))),
    ];

    public IReadOnlyList<(StoredInstance Instance, Bookmark Bookmark)> FindBookmarks(string hash, string? instanceId, string? correlationId) =>
    [
        .. Instances.Values.Where(instance => instanceId is null || instance.Id == instanceId)
            .SelectMany(instance => instance.Bookmarks.Values.Select(bookmark => (instance, bookmark)))
            .Where(pair => pair.bookmark.Hash == hash && (correlationId is null || pair.bookmark.CorrelationId == correlationId)),
    ];

    public async Task ResumeAsync(StoredInstance instance, string bookmarkId, JsonNode? input, IHttpExchange? exchange = null)
    {
        var result = await _runtime.ResumeAsync(
            Prepare(instance.Version.Definition), instance.Load(), new ResumeRequest(bookmarkId, input), new InMemoryHost(this, exchange), CancellationToken.None);

        if (result.HasRun)
        {
            Store(result);
        }
    }

    public async Task CancelAsync(StoredInstance instance)
    {
        var result = await _runtime.CancelAsync(Prepare(instance.Version.Definition), instance.Load(), new InMemoryHost(this, null), CancellationToken.None);

        if (result.HasRun)
        {
            Store(result);
        }
    }

    public async Task AdvanceAsync(TimeSpan time)
    {
        await PumpAsync();
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

    private void Store(BurstResult result)
    {
        foreach (var part in result.Children.Prepend(result))
        {
            var state = part.State;

            if (!Instances.TryGetValue(state.InstanceId, out var instance))
            {
                var version = Versions.Find(version => version.Definition.Id == state.DefinitionVersionId)!;
                Instances[state.InstanceId] = instance = new StoredInstance { Id = state.InstanceId, Version = new WorkflowDefinitionVersion { Definition = version.Definition } };
            }

            instance.Apply(part);
        }

        foreach (var stimulus in result.Stimuli)
        {
            _pending.Enqueue(() => StimulateAsync(stimulus));
        }

        foreach (var dispatch in result.Dispatches)
        {
            _pending.Enqueue(() => StartAsync(Versions.Find(version => version.Definition.Id == dispatch.DefinitionVersionId)!, dispatch.Request));
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
