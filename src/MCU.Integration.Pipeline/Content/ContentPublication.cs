namespace MCU.Integration.Pipeline.Content;

/// <param name="ActiveSetId">The set in use afterwards.</param>
public sealed record ContentPublication(long ActiveSetId, ContentDifference Difference, IReadOnlyList<ContentIssue> Issues)
{
    public bool Succeeded => !Issues.Any(issue => issue.IsError);
}
