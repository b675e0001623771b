using System.ComponentModel;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Hub.Api;

/// <summary>The page parameters of a list.</summary>
internal sealed record Paging
{
    /// <summary>What the previous page returned as <c>next</c>.</summary>
    [Description("What the previous page returned as `next`; absent for the first page.")]
    public string? Cursor { get; init; }

    /// <summary>Items a page, 1 to 500.</summary>
    [Description("Items a page, 1 to 500; 50 when absent.")]
    public int? Size { get; init; }

    private const int Largest = 500;

    public PageRequest ToRequest()
    {
        var size = Size ?? new PageRequest().Size;
        return size is >= 1 and <= Largest
            ? new(Cursor is "" ? null : Cursor, size)
            : throw UseCaseException.Invalid("/size", "out_of_range", $"The parameter 'size' is 1 to {Largest}.");
    }
}
