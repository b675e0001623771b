using MCU.Integration.Pipeline.Alerts;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Indicators;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Work;

namespace MCU.Integration.Pipeline.Commits;

/// <summary>
/// Everything one burst wants to write. It is plain data: a dry run is a change set that is thrown away.
/// Guards: the lease (when there is one) and the expected version of each instance, case and link write; all hold or nothing of it is written.
/// </summary>
public sealed class ChangeSet
{
    /// <summary>The work item that this finishes (it is deleted, its message's open items are counted down); null for a burst that a person or the API started.</summary>
    public WorkLease? Lease { get; init; }

    /// <summary>Set by a commit in the middle of a burst: the lease is checked and prolonged, the item not finished.</summary>
    public LeaseRenewal? Renewal { get; set; }

    /// <summary>Set by the first commit in the middle of a burst that has no item.</summary>
    public WorkClaim? Claim { get; set; }

    /// <summary>Set when the burst ended in a fault: the writes are kept, the item becomes dead with this reason.</summary>
    public WorkFailure? Fault { get; set; }

    public required DateTimeOffset Now { get; init; }

    public List<InstanceWrite> Instances { get; } = [];

    public List<CaseWrite> Cases { get; } = [];

    /// <summary>Cases that were only read and must not have changed meanwhile.</summary>
    public List<CaseGuard> CaseGuards { get; } = [];

    /// <summary>Counts of earlier cases that a decision hung on.</summary>
    public List<NearbyGuard> NearbyGuards { get; } = [];

    /// <summary>Deliveries of a case that must still be the ones under way.</summary>
    public List<DeliveryGuard> DeliveryGuards { get; } = [];

    public List<SubmissionWrite> Submissions { get; } = [];

    public List<LinkWrite> Links { get; } = [];

    /// <summary>Canonical bodies of messages, made by maps.</summary>
    public List<BodyWrite> Bodies { get; } = [];

    /// <summary>Which cases a message turned out to belong to.</summary>
    public List<MessageCase> MessageCases { get; } = [];

    public List<NewDelivery> Deliveries { get; } = [];

    /// <summary>Waiting deliveries that a newer one makes pointless.</summary>
    public List<Supersede> Supersedes { get; } = [];

    /// <summary>Causes for somebody's attention that the burst met.</summary>
    public List<AlertRaise> Alerts { get; } = [];

    /// <summary>Rows of the heat map with new figures.</summary>
    public List<StoredIndicator> Indicators { get; } = [];

    public List<AttachmentWrite> Attachments { get; } = [];

    /// <summary>What the person or key did that this is the result of.</summary>
    public List<AuditEntry> Audit { get; } = [];

    public List<NewWorkItem> WorkItems { get; } = [];

    /// <summary>Resolved by the committer, in the same transaction, to resume items of the bookmarks that wait for them.</summary>
    public List<Stimulus> Stimuli { get; } = [];
}
