using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace MCU.Integration.Mapping.Json;

/// <summary>A document, or why there is none. Dispose it to give the document's memory back.</summary>
public sealed class StrictJsonResult : IDisposable
{
    internal StrictJsonResult(JsonDocument document) => Document = document;

    internal StrictJsonResult(IReadOnlyList<JsonProblem> problems) => Problems = problems;

    /// <summary>Null when there are problems.</summary>
    public JsonDocument? Document { get; }

    public IReadOnlyList<JsonProblem> Problems { get; } = [];

    [MemberNotNullWhen(true, nameof(Document))]
    public bool Succeeded => Document is not null;

    public void Dispose() => Document?.Dispose();
}
