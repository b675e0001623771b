using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Storage.Paging;

namespace MCU.Integration.Storage.Instances;

/// <summary>Conditions and order of an instance list. Column names come from closed lists, never from the caller.</summary>
internal static class InstanceQuery
{
    public static ListQuery Of(InstanceFilter filter)
    {
        var query = new ListQuery()
            .AndIn("t.id", "id", filter.Ids)
            .AndIn("t.definition_id", "definition", filter.DefinitionIds)
            .And("t.definition_version_id = @versionId", "versionId", filter.DefinitionVersionId)
            .And("t.correlation_id = @correlation", "correlation", filter.CorrelationId)
            .And("t.definition_version = @version", "version", filter.Version)
            .AndIn("t.status", "status", filter.Statuses)
            .AndIn("t.sub_status", "subStatus", filter.SubStatuses)
            .And("t.is_system = @system", "system", filter.IsSystem)
            .And(
                "(lower(t.name) like @search escape '\\' or lower(t.id) like @search escape '\\' or lower(t.correlation_id) like @search escape '\\')",
                "search",
                SearchText.Contains(filter.SearchTerm));
        if (filter.HasIncidents is { } incidents)
        {
            query.And(incidents ? "t.incident_count > 0" : "t.incident_count = 0");
        }

        for (var i = 0; i < filter.Timestamps.Count; i++)
        {
            var stamp = filter.Timestamps[i];
            query.And($"{Column(stamp.Column)} {Operator(stamp.Operator)} @stamp{i}", $"stamp{i}", stamp.Timestamp);
        }

        return query;
    }

    public static string Order(InstanceFilter filter)
    {
        var direction = filter.Descending ? "desc" : "asc";
        return $"{(filter.OrderBy == "Name" ? "t.name" : Column(filter.OrderBy))} {direction}, t.id {direction}";
    }

    private static string Column(string name) => name switch
    {
        "UpdatedAt" => "t.updated_at",
        "FinishedAt" => "t.finished_at",
        _ => "t.created_at",
    };

    private static string Operator(string name) => name switch
    {
        "Is" => "=",
        "IsNot" => "<>",
        "LessThan" => "<",
        "LessThanOrEqual" => "<=",
        "GreaterThan" => ">",
        _ => ">=",
    };
}
