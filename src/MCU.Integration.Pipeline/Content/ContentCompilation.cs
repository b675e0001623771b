using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Pipeline.Content;

/// <summary>Content compiled as a whole. With errors among the issues it must not go live.</summary>
public sealed record ContentCompilation(AdapterCatalog Adapters, DocumentBook Documents, RuleBook Rules, IReadOnlyList<ContentIssue> Issues)
{
    public bool HasErrors => Issues.Any(issue => issue.IsError);
}
