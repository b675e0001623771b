using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Storage.Paging;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Storage.Instances;

/// <summary>Conditions and order of an instance list. Column names and words of status come from closed lists, never from the caller.</summary>
internal sealed class InstanceQuery
{
    /// <summary>Names are searched in these many instances, the latest that have one: any part of a name has no index.</summary>
    public const int MostSearched = 100_000;

    private readonly InstanceFilter _filter;
    private readonly StorageProvider _provider;

    public InstanceQuery(InstanceFilter filter, StorageProvider provider)
    {
        (_filter, _provider) = (filter, provider);
        Conditions
            .AndIn("t.id", "id", filter.Ids)
            .AndIn("t.definition_id", "definition", filter.DefinitionIds)
            .And("t.definition_version_id = @versionId", "versionId", filter.DefinitionVersionId)
            .And("t.correlation_id = @correlation", "correlation", filter.CorrelationId)
            .And("t.definition_version = @version", "version", filter.Version)
            .And("t.is_system = @system", "system", filter.IsSystem);
        AddWords<WorkflowStatus>("t.status", filter.Statuses);
        AddWords<WorkflowSubStatus>("t.sub_status", filter.SubStatuses);
        AddSearch(filter.SearchTerm);
        if (filter.HasIncidents is { } incidents)
        {
            Conditions.And(incidents ? "t.incident_count > 0" : "t.incident_count = 0");
        }

        for (var i = 0; i < filter.Timestamps.Count; i++)
        {
            var stamp = filter.Timestamps[i];
            Conditions.And($"{Column(stamp.Column)} {Operator(stamp.Operator)} @stamp{i}", $"stamp{i}", stamp.Timestamp);
        }
    }

    public ListQuery Conditions { get; } = new();

    /// <param name="page">Zero-based; null with <paramref name="pageSize"/> = everything.</param>
    public string Select(int? page, int? pageSize) =>
        $"select {InstanceSql.Columns} from instances t {Conditions.Where} order by {Order()} {CountedPage.Limit(Conditions, page, pageSize)}";

    private string Order()
    {
        var direction = _filter.Descending ? "desc" : "asc";
        return $"{(_filter.OrderBy == "Name" ? "t.name" : Column(_filter.OrderBy))} {direction}, t.id {direction}";
    }

    // The words stand in the text, so that the partial indexes are used; an unknown one is no row's.
    private void AddWords<T>(string column, IReadOnlyList<string> words)
        where T : struct, Enum
    {
        if (words.Count > 0)
        {
            var known = Enum.GetNames<T>().Intersect(words).Select(word => $"{column} = '{word}'").ToList();
            Conditions.And(known.Count == 0 ? "1 = 0" : $"({string.Join(" or ", known)})");
        }
    }

    // Ids and correlation ids by their beginning, names by any part.
    private void AddSearch(string? term)
    {
        if (SearchText.Contains(term) is not { } anywhere)
        {
            return;
        }

        // Behind every hexadecimal digit, in every locale.
        const char behindHex = 'g';
        var beginning = term!.Trim();
        var isHex = beginning.All(char.IsAsciiHexDigitLower);
        var (from, to) = _provider == StorageProvider.Postgres ? ("~>=~", "~<~") : (">=", "<");
        Conditions.And(
            $"""
            t.id in (
                select id from instances where {(isHex ? "id >= @beginning and id < @idEnd" : "id = @beginning")}
                union all
                select id from instances where correlation_id {from} @beginning and correlation_id {to} @end
                union all
                select id from (select id, name from instances where name is not null order by created_at desc, id desc limit {MostSearched}) named
                where lower(name) like @search escape '\')
            """,
            "search",
            anywhere);
        Conditions.Arguments.Add("beginning", beginning);
        Conditions.Arguments.Add("idEnd", beginning + behindHex);
        Conditions.Arguments.Add("end", beginning + '\uffff');
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
