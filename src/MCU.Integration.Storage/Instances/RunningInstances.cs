using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Paging;

namespace MCU.Integration.Storage.Instances;

internal static class RunningInstances
{
    /// <summary>Elsa's word; the partial index of running instances names it too.</summary>
    public const string Status = "Running";

    public static async Task<bool> AnyAsync(HubSession session, ActivationGate gate, CancellationToken cancellation)
    {
        var query = new ListQuery()
            .And($"status = '{Status}'")
            .And("definition_id = @definition", "definition", gate.DefinitionId)
            .And("correlation_id = @correlation", "correlation", gate.CorrelationId);
        return await session.ScalarAsync<long?>($"select 1 from instances {query.Where} limit 1", query.Arguments, cancellation) is not null;
    }
}
