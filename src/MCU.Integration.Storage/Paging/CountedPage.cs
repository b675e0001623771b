using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Paging;

/// <summary>Numbered pages with a total, as Elsa Studio asks for them.</summary>
internal static class CountedPage
{
    /// <summary>Counting ten million rows for a pager would make the list slow; nobody turns so many pages.</summary>
    public const int MostCounted = 100_000;

    public static Task<long> TotalAsync(HubSession session, string from, ListQuery query, CancellationToken cancellation) =>
        session.ScalarAsync<long>($"select count(*) from (select 1 from {from} {query.Where} limit {MostCounted}) counted", query.Arguments, cancellation);

    /// <summary>The limit clause of a zero-based page; null = everything.</summary>
    public static string Limit(ListQuery query, int? page, int? pageSize)
    {
        if (page is null && pageSize is null)
        {
            return string.Empty;
        }

        var size = Math.Clamp(pageSize ?? 50, 1, 1000);
        query.Arguments.Add("limit", size);
        query.Arguments.Add("offset", (long)Math.Max(0, page ?? 0) * size);
        return "limit @limit offset @offset";
    }
}
