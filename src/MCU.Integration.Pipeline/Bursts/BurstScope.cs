using System.Text.Json;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Activities;
using MCU.Integration.Pipeline.Alerts;
using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Workflows.Composition;
using MCU.Integration.Workflows.Runtime;
using UuidV7Source = MCU.Integration.Domain.Ids.UuidV7Source;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>
/// What the hub's activities work with during one burst: reads on first use, own writes visible to later activities, everything written at the end
/// as one change set. Nothing here writes to the database.
/// </summary>
public sealed class BurstScope(
    BurstServices services,
    ActiveSet set,
    LeasedWorkItem? item,
    InboundMessage? message,
    DateTimeOffset now)
{
    private readonly Dictionary<CaseId, CaseUnit> _cases = [];
    private readonly Dictionary<(string Adapter, string RecordType, string ExternalId), LinkUnit?> _links = [];
    private readonly Dictionary<CaseId, IReadOnlyList<LinkUnit>> _linksOfCase = [];
    private readonly Dictionary<SubmissionId, JsonElement> _submissions = [];
    private readonly HashSet<SubmissionId> _newSubmissions = [];
    private JsonElement? _canonical;

    /// <summary>Content that every decision of this burst is made with.</summary>
    public ActiveSet Set { get; } = set;

    /// <summary>What the burst works for; null while it has no item.</summary>
    public LeasedWorkItem? Item { get; private set; } = item;

    public InboundMessage? Message { get; } = message;

    public DateTimeOffset Now { get; } = now;

    public UuidV7Source Ids => services.Ids;

    public ISealer Sealer => services.Sealer;

    public BurstServices Services => services;

    /// <summary>What will be written.</summary>
    public ChangeSet Changes { get; private set; } = new() { Lease = item?.Lease, Now = now };

    /// <summary>The case that the instance is about, once known.</summary>
    public CaseId? CurrentCase { get; set; }

    /// <summary>The message in the hub's canonical form: made in this burst, or stored by an earlier one.</summary>
    public async ValueTask<JsonElement?> CanonicalAsync(CancellationToken cancellation)
    {
        if (_canonical is null && Message is not null
            && await services.Messages.BodyAsync(Message.Row.Id, BodyPart.Canonical, cancellation) is { } stored)
        {
            _canonical = JsonElement.Parse(services.Sealer.Open(SealedPlace.Body(Message.Row.Id, BodyPart.Canonical), stored));
        }

        return _canonical;
    }

    /// <summary>Runs a map; a code that no entry answers is an alert, whatever the map makes of it.</summary>
    /// <param name="adapter">The system whose document it is.</param>
    public MapOutcome Map(string map, JsonElement source, string adapter) => Set.Map(map, source, Now, use =>
    {
        if (!use.Known)
        {
            Changes.Alerts.Add(new(AlertKind.UnknownCode, $"{use.CodeList}:{use.Shown ?? "?"}", adapter, $"{map} {EnumWord.Of(use.Direction)}"));
        }
    });

    public void SetCanonical(MapOutcome mapped)
    {
        _canonical = mapped.Document;
        var id = Message!.Row.Id;
        Changes.Bodies.Add(new(id, BodyPart.Canonical, services.Sealer.Seal(SealedPlace.Body(id, BodyPart.Canonical), mapped.Utf8.Span)));
    }

    /// <summary>The status that this burst took in; <see cref="PushStatus"/> passes on what it said, not only what the case became.</summary>
    public PassedOnStatus? PassedOn { get; set; }

    /// <summary>The canonical document of a submission.</summary>
    public async ValueTask<JsonElement> SubmissionAsync(SubmissionId id, CancellationToken cancellation)
    {
        if (!_submissions.TryGetValue(id, out var document))
        {
            var body = await services.Cases.SubmissionBodyAsync(id, cancellation) ?? throw new InvalidOperationException($"Submission {id} has no body.");
            _submissions[id] = document = JsonElement.Parse(services.Sealer.Open(SealedPlace.Submission(id), body));
        }

        return document;
    }

    public void RememberSubmission(SubmissionId id, JsonElement document, bool isNew)
    {
        _submissions[id] = document;
        if (isNew)
        {
            _newSubmissions.Add(id);
        }
    }

    /// <summary>Files of a case and of its submission: the stored ones and those that this burst adds.</summary>
    public async ValueTask<IReadOnlyList<CaseFile>> FilesOfAsync(CaseId caseId, CancellationToken cancellation) =>
        [.. from file in await KnownFilesAsync(await CaseAsync(caseId, cancellation), cancellation) where file.Problem is null select CaseFile.Of(file)];

    /// <summary>Those of the named files of an outside system that the case has and that can be had.</summary>
    public async ValueTask<IReadOnlyList<CaseFile>> FindFilesAsync(
        CaseUnit unit, string adapter, IReadOnlyList<CanonicalAttachment> named, CancellationToken cancellation)
    {
        var known = named.Count == 0 ? [] : await KnownFilesAsync(unit, cancellation);
        return
        [
            .. named.Select(file => known.Find(row => row.Adapter == adapter && row.ExternalId == file.Id && row.Problem is null)).OfType<AttachmentRow>().Select(CaseFile.Of),
        ];
    }

    /// <summary>Takes the files of a submission into all its cases.</summary>
    /// <inheritdoc cref="AddFilesAsync"/>
    public ValueTask<IReadOnlyList<CaseFile>> AddSubmissionFilesAsync(
        CaseUnit unit, string adapter, IReadOnlyList<CanonicalAttachment> files, CancellationToken cancellation) =>
        AddFilesAsync(unit, unit.Known.SubmissionId, adapter, files, cancellation);

    /// <summary>Takes the files that came with a status into its case.</summary>
    /// <inheritdoc cref="AddFilesAsync"/>
    public ValueTask<IReadOnlyList<CaseFile>> AddCaseFilesAsync(
        CaseUnit unit, string adapter, IReadOnlyList<CanonicalAttachment> files, CancellationToken cancellation) =>
        AddFilesAsync(unit, null, adapter, files, cancellation);

    /// <summary>The case with this burst's own events.</summary>
    /// <exception cref="InvalidOperationException">There is no such case.</exception>
    public async ValueTask<CaseUnit> CaseAsync(CaseId id, CancellationToken cancellation)
    {
        if (!_cases.TryGetValue(id, out var unit))
        {
            var read = await services.Cases.FindAsync(id, cancellation) ?? throw new InvalidOperationException($"There is no case {id}.");
            _cases[id] = unit = new(id, read);
        }

        return unit;
    }

    /// <summary>The cases of a submission that has several questions, those of this burst included; otherwise the case alone.</summary>
    public async ValueTask<IReadOnlyList<CaseUnit>> QuestionsOfAsync(CaseUnit unit, JsonElement submission, CancellationToken cancellation)
    {
        if (submission.Items("questions").Take(2).Count() < 2)
        {
            return [unit];
        }

        foreach (var stored in await services.Cases.CasesOfAsync(unit.Known.SubmissionId, cancellation))
        {
            _cases.TryAdd(stored.Id, new(stored.Id, stored));
        }

        return [.. _cases.Values.Where(other => other.Known.SubmissionId == unit.Known.SubmissionId)];
    }

    /// <summary>A case that this burst opens.</summary>
    public CaseUnit NewCase()
    {
        var id = services.Ids.Next<CaseId>();
        return _cases[id] = new(id, null);
    }

    /// <summary>The link to an outside record; null when the hub does not know it.</summary>
    public async ValueTask<LinkUnit?> LinkAsync(string adapter, string recordType, string externalId, CancellationToken cancellation)
    {
        var key = (adapter, recordType, externalId);
        if (!_links.TryGetValue(key, out var unit))
        {
            var read = await services.Cases.FindLinkAsync(adapter, recordType, externalId, cancellation);
            _links[key] = unit = read is null ? null : new(read, isNew: false);
        }

        return unit;
    }

    /// <summary>All links of a case, those of this burst included.</summary>
    public async ValueTask<IReadOnlyList<LinkUnit>> LinksOfAsync(CaseId caseId, CancellationToken cancellation)
    {
        if (!_linksOfCase.TryGetValue(caseId, out var units))
        {
            var read = IsNew(caseId) ? [] : await services.Cases.LinksOfAsync(caseId, cancellation);
            foreach (var link in read)
            {
                _links.TryAdd((link.Adapter, link.RecordType, link.ExternalId), new(link, isNew: false));
            }

            _linksOfCase[caseId] = units = [.. _links.Values.OfType<LinkUnit>().Where(unit => unit.Current.CaseId == caseId)];
        }

        return units;
    }

    public LinkUnit NewLink(CaseId caseId, string adapter, string recordType, string externalId)
    {
        var unit = new LinkUnit(
            new Link { Id = services.Ids.Next<LinkId>(), CaseId = caseId, Adapter = adapter, RecordType = recordType, ExternalId = externalId },
            isNew: true);
        _links[(adapter, recordType, externalId)] = unit;
        _linksOfCase.Remove(caseId);
        return unit;
    }

    /// <summary>Who and why, for the case events of an activity.</summary>
    public CaseStamp Stamp(ActivityExecutionContext context, DateTimeOffset? occurredAt = null, CaseActor? actor = null, string? map = null) => new(
        occurredAt ?? Now,
        Now,
        actor ?? new(CaseActorKind.Workflow, context.Workflow.Definition.DefinitionId),
        new()
        {
            Message = Message?.Row.Id.ToString(),
            WorkItem = Item?.Item.Id.ToString(),
            Workflow = context.Workflow.Definition.Id,
            Instance = context.InstanceId,
            Activity = context.Node.Id,
            Map = map,
            ActiveSet = Set.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });

    /// <summary>Makes the commit depend on the case being still as it was read, though the burst does not change it.</summary>
    public void Guard(CaseUnit unit) => Changes.CaseGuards.Add(new(unit.Id, unit.ReadVersion));

    /// <summary>
    /// Stored deliveries of a case to a system that are not over: waiting, held, or dead and not released; oldest first. The commit depends on them being the
    /// same still, and on the case: of two bursts that find nothing under way, the second is computed again.
    /// </summary>
    public async ValueTask<IReadOnlyList<DeliveryRow>> OpenDeliveriesAsync(CaseUnit unit, string adapter, CancellationToken cancellation)
    {
        var open = await services.Deliveries.OpenAsync(unit.Id, adapter, cancellation);
        if (!unit.HasNews)
        {
            Guard(unit);
        }

        Changes.DeliveryGuards.Add(new(unit.Id, adapter, [.. open.Select(delivery => delivery.Id)]));
        return open;
    }

    /// <summary>
    /// Tells workflows that something happened to a case: starts those with a matching trigger, and resumes instances of the case that wait for it.
    /// </summary>
    /// <param name="delivery">The delivery that it is about, for <c>Delivery</c> of the input.</param>
    public void Raise(string moment, CaseUnit unit, DeliveryRecovery? delivery = null)
    {
        var hash = CaseEventHappened.HashOf(moment);
        var input = CaseInput.Of(unit.Known, moment, delivery).ToJsonString();
        foreach (var trigger in Set.Triggers.Find(hash))
        {
            Changes.WorkItems.Add(new(services.Ids.Next<WorkItemId>(), WorkKind.DispatchWorkflow, $"case:{unit.Id}", Now, Now)
            {
                DefinitionVersionId = trigger.DefinitionVersionId,
                TriggerActivityId = trigger.ActivityId,
                CorrelationId = unit.Id.ToString(),
                Input = input,
            });
        }

        Changes.Stimuli.Add(new(CaseEventHappened.StimulusName, hash, StimulusInput.Plain(input)) { CorrelationId = unit.Id.ToString() });
    }

    /// <summary>Wakes the instances that wait for a status of this case.</summary>
    public void RaiseStatus(CaseUnit unit) =>
        Changes.Stimuli.Add(new(WaitForStatus.StimulusName, WaitForStatus.HashOf(unit.Id), null));

    /// <summary>True for a case that this burst opens: the database knows nothing of it yet, and nothing is asked about it.</summary>
    private bool IsNew(CaseId id) => _cases.TryGetValue(id, out var unit) && unit.ReadVersion == 0;

    /// <summary>
    /// Sends a stimulus with the commit: bookmarks that wait for it are resumed, and published workflows started if it says so.
    /// </summary>
    internal void Send(SentStimulus sent)
    {
        var input = services.Inputs.Hold(new() { Stimulus = sent.Input });
        if (sent.StartsWorkflows)
        {
            foreach (var trigger in Set.Triggers.Find(sent.Hash))
            {
                var id = services.Ids.Next<WorkItemId>();
                Changes.WorkItems.Add(new(id, WorkKind.DispatchWorkflow, null, Now, Now)
                {
                    DefinitionVersionId = trigger.DefinitionVersionId,
                    TriggerActivityId = trigger.ActivityId,
                    CorrelationId = sent.CorrelationId,
                    Input = input.For(id),
                });
            }
        }

        Changes.Stimuli.Add(new(sent.Name, sent.Hash, input) { CorrelationId = sent.CorrelationId, InstanceId = sent.InstanceId });
    }

    /// <summary>Starts a child workflow with the commit, in a burst of its own.</summary>
    internal void Dispatch(ChildDispatch child)
    {
        var request = child.Request;
        var id = services.Ids.Next<WorkItemId>();
        Changes.WorkItems.Add(new(id, WorkKind.DispatchWorkflow, "instance:" + request.InstanceId, Now, Now)
        {
            DefinitionVersionId = child.DefinitionVersionId,
            TriggerActivityId = request.TriggerActivityId,
            InstanceId = request.InstanceId,
            CorrelationId = request.CorrelationId,
            Input = services.Inputs.Seal(id, new() { Input = request.Input, Name = request.Name, ParentInstanceId = request.ParentInstanceId, OnFinished = request.OnFinished }),
        });
    }

    /// <summary>All that was decided since the last call, with what the tracked cases and links came to; what follows is a change set of its own.</summary>
    public ChangeSet TakeChanges()
    {
        var cases = _cases.Values.Where(unit => unit.HasNews).ToList();
        var links = _links.Values.OfType<LinkUnit>().Where(unit => unit.HasNews).ToList();
        Changes.Cases.AddRange(cases.Select(unit => unit.ToWrite()));
        Changes.Links.AddRange(links.Select(unit => unit.ToWrite()));
        cases.ForEach(unit => unit.Written());
        links.ForEach(unit => unit.Written());
        var taken = Changes;
        Changes = new() { Lease = Item?.Lease, Now = Now };
        return taken;
    }

    /// <summary>The burst holds this item from now on.</summary>
    internal void Hold(LeasedWorkItem item)
    {
        Item = item;
        Changes = new() { Lease = item.Lease, Now = Now };
    }

    /// <remarks>A file that is known already keeps its id. The content is fetched when it is first needed.</remarks>
    private async ValueTask<IReadOnlyList<CaseFile>> AddFilesAsync(
        CaseUnit unit, SubmissionId? submission, string adapter, IReadOnlyList<CanonicalAttachment> files, CancellationToken cancellation)
    {
        var known = files.Count == 0 ? [] : await KnownFilesAsync(unit, cancellation);
        List<CaseFile> taken = [];
        foreach (var file in files)
        {
            // What one case was given by a status does not reach the others: as a file of the submission it is taken once more.
            var row = known.Find(row => row.Adapter == adapter && row.ExternalId == file.Id && (submission is null || row.SubmissionId == submission));
            if (row is null)
            {
                row = new(
                    services.Ids.Next<AttachmentId>(), submission, submission is null ? unit.Id : null, adapter, file.Id, file.Url, file.Name, file.MediaType, file.Size, file.Sha256,
                    null, null, Now);
                known.Add(row);
                Changes.Attachments.Add(new(row, AttachmentDetails.Seal(services.Sealer, row)));
            }

            taken.Add(CaseFile.Of(row));
        }

        return taken;
    }

    private async ValueTask<List<AttachmentRow>> KnownFilesAsync(CaseUnit unit, CancellationToken cancellation)
    {
        var submission = unit.Known.SubmissionId;
        return
        [
            .. IsNew(unit.Id) && _newSubmissions.Contains(submission) ? [] : await services.Attachments.OfCaseAsync(unit.Id, submission, cancellation),
            .. Changes.Attachments.Select(write => write.Row).Where(file => file.CaseId == unit.Id || file.SubmissionId == submission),
        ];
    }
}
