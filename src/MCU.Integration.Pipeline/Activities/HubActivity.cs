using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Activities;

/// <summary>Base of the hub's own activities (category «МЦУ»): they read and write through the burst's scope.</summary>
public abstract class HubActivity : Activity
{
    public const string Category = "МЦУ";

    protected static BurstScope ScopeOf(ActivityExecutionContext context) =>
        context.Host.Get<BurstScope>() ?? throw new InvalidOperationException("An activity of the hub runs only inside the hub's pipeline.");

    /// <summary>The case that the instance is about.</summary>
    /// <exception cref="InvalidOperationException">No activity before this one made or found a case.</exception>
    protected static ValueTask<CaseUnit> CaseOfAsync(ActivityExecutionContext context)
    {
        var scope = ScopeOf(context);
        return scope.CurrentCase is { } id
            ? scope.CaseAsync(id, context.CancellationToken)
            : throw new InvalidOperationException("There is no case yet: put «Завести обращение» before this activity.");
    }

    /// <summary>Makes the case the subject of the instance: later bursts find it by the correlation id.</summary>
    protected static void SetCase(ActivityExecutionContext context, CaseId id)
    {
        ScopeOf(context).CurrentCase = id;
        context.CorrelationId = id.ToString();
    }
}
