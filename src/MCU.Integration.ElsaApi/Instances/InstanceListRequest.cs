using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.ElsaApi.Instances;

/// <summary>Body of <c>POST /workflow-instances</c>; empty lists and texts mean any.</summary>
internal sealed class InstanceListRequest
{
    private static readonly string[] Columns = ["CreatedAt", "UpdatedAt", "FinishedAt"];
    private static readonly string[] Operators = ["Is", "IsNot", "LessThan", "GreaterThan", "LessThanOrEqual", "GreaterThanOrEqual"];

    public int? Page { get; set; }

    public int? PageSize { get; set; }

    public string? SearchTerm { get; set; }

    public string? DefinitionId { get; set; }

    public IReadOnlyList<string>? DefinitionIds { get; set; }

    public string? CorrelationId { get; set; }

    public int? Version { get; set; }

    public bool? HasIncidents { get; set; }

    public bool? IsSystem { get; set; }

    public string? Status { get; set; }

    public IReadOnlyList<string>? Statuses { get; set; }

    public string? SubStatus { get; set; }

    public IReadOnlyList<string>? SubStatuses { get; set; }

    /// <summary><c>Created</c>, <c>LastExecuted</c> (or <c>UpdatedAt</c>), <c>Finished</c> or <c>Name</c>.</summary>
    public string? OrderBy { get; set; }

    public string? OrderDirection { get; set; }

    public IReadOnlyList<TimestampCondition>? TimestampFilters { get; set; }

    /// <exception cref="UseCaseException">A word is not one that Elsa knows; all of them are named.</exception>
    public InstanceFilter ToFilter()
    {
        List<Problem> problems = [];
        var filter = new InstanceFilter
        {
            SearchTerm = SearchTerm,
            DefinitionIds = Joined(DefinitionId, DefinitionIds),
            CorrelationId = Filled(CorrelationId),
            Version = Version,
            HasIncidents = HasIncidents,
            IsSystem = IsSystem,
            Statuses = Words<WorkflowStatus>(Joined(Status, Statuses), "/statuses", problems),
            SubStatuses = Words<WorkflowSubStatus>(Joined(SubStatus, SubStatuses), "/subStatuses", problems),
            Timestamps = [.. (TimestampFilters ?? []).Select((condition, i) => Condition(condition, i, problems)).OfType<TimestampFilter>()],
            OrderBy = OrderBy?.ToLowerInvariant() switch
            {
                "lastexecuted" or "updatedat" or "updated" => "UpdatedAt",
                "finished" or "finishedat" => "FinishedAt",
                "name" => "Name",
                _ => "CreatedAt",
            },
            Descending = OrderDirection is not { Length: > 0 } direction || direction.StartsWith("Desc", StringComparison.OrdinalIgnoreCase),
        };
        return problems.Count == 0 ? filter : throw UseCaseException.Invalid("The filter is not valid.", problems);
    }

    private static List<string> Words<T>(IReadOnlyList<string> words, string pointer, List<Problem> problems)
        where T : struct, Enum
    {
        List<string> known = [];
        foreach (var word in words)
        {
            if (Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value))
            {
                known.Add(value.ToString());
            }
            else
            {
                problems.Add(new(pointer, "unknown_status", $"A status must be one of {string.Join(", ", Enum.GetNames<T>())}."));
            }
        }

        return known;
    }

    private static TimestampFilter? Condition(TimestampCondition condition, int index, List<Problem> problems)
    {
        var column = Columns.FirstOrDefault(name => name.Equals(condition.Column, StringComparison.OrdinalIgnoreCase));
        var operation = Operators.FirstOrDefault(name => name.Equals(condition.Operator, StringComparison.OrdinalIgnoreCase));
        if (column is null)
        {
            problems.Add(new($"/timestampFilters/{index}/column", "unknown_column", $"The column must be one of {string.Join(", ", Columns)}."));
        }

        if (operation is null)
        {
            problems.Add(new($"/timestampFilters/{index}/operator", "unknown_operator", $"The operator must be one of {string.Join(", ", Operators)}."));
        }

        if (condition.Timestamp is null)
        {
            problems.Add(new($"/timestampFilters/{index}/timestamp", "required", "The timestamp is missing."));
        }

        return column is null || operation is null || condition.Timestamp is null ? null : new(column, operation, condition.Timestamp.Value.ToUniversalTime());
    }

    private static IReadOnlyList<string> Joined(string? one, IReadOnlyList<string>? many) =>
        [.. (many ?? []).Append(one).OfType<string>().Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)];

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
