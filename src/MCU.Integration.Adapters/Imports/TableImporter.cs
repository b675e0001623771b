using MCU.Integration.Pipeline.Intake;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Adapters.Imports;

/// <summary>Hands the rows of a table in, each as a document of its own. A table that was handed in before changes nothing: rows are told by their key.</summary>
public sealed class TableImporter(IMessageIntake intake, IOptions<ImportOptions> options)
{
    /// <summary>Rows that are handed in together: enough for one commit to carry many, few enough to bound the memory.</summary>
    private const int Batch = 256;

    /// <exception cref="TableException">The file is no table that can be read. Rows before the place where that shows are in already.</exception>
    public async Task<ImportReport> ImportAsync(string adapter, TableImport import, ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        var (rows, accepted, known) = (0, 0, 0);
        var refused = new List<ImportReport.RefusedRow>();
        foreach (var batch in Table.Read(file, options.Value.MaxRows).Chunk(Batch))
        {
            var results = await intake.AcceptManyAsync([.. batch.Select(row => new IntakeRequest(adapter, import.DocumentType, row.Document, IntakeSource.File))], cancellation);
            foreach (var (row, result) in batch.Zip(results))
            {
                rows++;
                switch (result.Kind)
                {
                    case IntakeResultKind.Accepted:
                        accepted++;
                        break;
                    case IntakeResultKind.Duplicate:
                        known++;
                        break;
                    default:
                        refused.Add(new(row.Line, ReasonOf(result.Kind), result.Problems));
                        break;
                }
            }
        }

        return new(rows, accepted, known, refused);
    }

    private static string ReasonOf(IntakeResultKind kind) => kind switch
    {
        IntakeResultKind.Malformed => "malformed",
        IntakeResultKind.KeyReused => "key_reused",
        IntakeResultKind.Invalid => "invalid",
        _ => "not_in_force",
    };
}
