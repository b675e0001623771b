namespace MCU.Integration.Adapters.Imports;

/// <summary>A table (CSV, XLSX) that people or another program hand in; every row is a document.</summary>
/// <param name="DocumentType">Type of its rows.</param>
public sealed record TableImport(string Name, string DocumentType)
{
    public string Title { get; init; } = "";
}
