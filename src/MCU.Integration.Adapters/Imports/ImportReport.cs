using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Adapters.Imports;

/// <summary>What became of the rows of a table.</summary>
/// <param name="Rows">Rows that have a value.</param>
/// <param name="Accepted">Taken in now.</param>
/// <param name="Known">Taken in before, the same in every cell.</param>
/// <param name="Refused">The others, in the order of the file.</param>
public sealed record ImportReport(int Rows, int Accepted, int Known, IReadOnlyList<ImportReport.RefusedRow> Refused)
{
    /// <param name="Line">In the file, from 1; the headings count.</param>
    /// <param name="Reason"><c>malformed</c>, <c>invalid</c> (kept as a dead message) or <c>key_reused</c> (the same key came with other cells).</param>
    public sealed record RefusedRow(int Line, string Reason, IReadOnlyList<Problem> Problems);
}
