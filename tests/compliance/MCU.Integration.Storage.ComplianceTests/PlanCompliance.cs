using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Storage.ComplianceTests.Support;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Instances;

namespace MCU.Integration.Storage.ComplianceTests;

/// <summary>Lists stay flat as rows grow: each is read through an index that knows its filter or its order.</summary>
public abstract class PlanCompliance(StorageUnderTest storage) : ComplianceTest(storage)
{
    private const int Rows = 20_000;

    [Fact]
    public async Task Instances_FiltersAndOrders_AreReadThroughTheirIndexes()
    {
        await FillInstancesAsync();

        (await PlanAsync(new() { SubStatuses = ["Faulted"] })).ShouldContain("instances_faulted");
        (await PlanAsync(new() { SubStatuses = ["Suspended"], IsSystem = false })).ShouldContain("instances_suspended");
        (await PlanAsync(new() { Statuses = ["Running"] })).ShouldContain("instances_open");
        (await PlanAsync(new() { HasIncidents = true })).ShouldContain("instances_incidents");
        (await PlanAsync(new() { OrderBy = "UpdatedAt" })).ShouldContain("instances_updated");
        (await PlanAsync(new() { OrderBy = "FinishedAt" })).ShouldContain("instances_finished");
        (await PlanAsync(new() { OrderBy = "Name", Descending = false })).ShouldContain("instances_name");
        (await PlanAsync(new() { DefinitionIds = ["definition-7"] })).ShouldContain("instances_definition");
        (await PlanAsync(new() { CorrelationId = "case-17" })).ShouldContain("instances_correlation");
        (await PlanAsync(new() { SearchTerm = "case-17" })).ShouldContain("instances_correlation");
        (await Hub.Instances.ListAsync(new() { SearchTerm = "case-1999" }, 0, 50, None)).Total.ShouldBe(11);
    }

    // 1 of 1000 is faulted, 2 of 1000 are suspended, the others finished.
    private Task FillInstancesAsync() => Hub.Get<HubDatabase>().WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(
                $"""
                with recursive n(i) as (select 1 union all select i + 1 from n where i < {Rows})
                insert into instances (id, definition_id, definition_version_id, definition_version, status, sub_status, row_version, created_at, updated_at,
                    name, correlation_id, incident_count, is_system, finished_at)
                select 'instance-' || i, 'definition-' || i % 200, 'version', 1, case when i % 1000 < 3 then 'Running' else 'Finished' end,
                    case i % 1000 when 0 then 'Faulted' when 1 then 'Suspended' when 2 then 'Suspended' else 'Finished' end, 1, @now, @now,
                    'name ' || i, 'case-' || i, case when i % 1000 = 0 then 1 else 0 end, @no, case when i % 1000 < 3 then null else @now end
                from n
                """,
                new { now = Now, no = false },
                None);
            await session.ExecuteAsync("analyze instances", null, None);
        },
        None);

    private Task<string> PlanAsync(InstanceFilter filter)
    {
        var query = new InstanceQuery(filter, Hub.Get<HubDatabase>().Provider);
        return PlanAsync(query.Select(0, 50), query.Conditions.Arguments);
    }
}
