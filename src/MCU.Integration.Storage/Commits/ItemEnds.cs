using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Work;

namespace MCU.Integration.Storage.Commits;

/// <summary>What becomes of the work items that a batch ends.</summary>
internal sealed class ItemEnds(MessageProgress progress)
{
    private readonly List<object?[]> _done = [];
    private readonly List<object?[]> _failed = [];
    private readonly List<object?[]> _instances = [];
    private readonly List<object?[]> _lanes = [];
    private readonly List<object?[]> _renewed = [];

    public void Add(ChangeSet set, HeldLease lease, bool activated)
    {
        var fault = activated ? set.Fault : null;
        if (fault?.RetryAt is null && lease.OrderKey is { } key)
        {
            _lanes.Add([key]);
        }

        if (fault is not null)
        {
            _failed.Add(WorkQueue.End(fault, lease, progress, set.Now));
            if (lease.InstanceId is null && set.Instances.Count > 0)
            {
                // A replay goes on in the instance that faulted, at the faulted activity.
                _instances.Add([lease.Id.Value, set.Instances[0].Row.Id]);
            }

            return;
        }

        _done.Add([lease.Id.Value]);
        if (lease.MessageId is { } message)
        {
            progress.ItemDone(message, set.Now);
        }
    }

    /// <summary>The burst goes on behind this commit. One that was not allowed to start keeps its item as it is: the burst ends it by itself.</summary>
    public void Renew(HeldLease lease, LeaseRenewal renewal, bool activated)
    {
        if (activated)
        {
            _renewed.Add([lease.Id.Value, EnumWord.Of(WorkKind.ContinueInstance), renewal.Until, renewal.InstanceId]);
        }
    }

    public void WriteTo(HubSession session)
    {
        session.Write(WorkSql.Delete, _done);
        session.Write(WorkSql.EndAttempt, _failed);
        session.Write(WorkSql.SetInstance, _instances);
        session.Write(WorkSql.Unpark, _lanes);
        session.Write(WorkSql.Renew, _renewed);
    }
}
