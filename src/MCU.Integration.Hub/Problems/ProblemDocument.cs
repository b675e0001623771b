using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Hub.Problems;

/// <summary>A problem (RFC 9457).</summary>
/// <param name="Title">What the status means.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">What is wrong in this case.</param>
/// <param name="Code">Stable code of the reason.</param>
/// <param name="Instance">Path of the request.</param>
/// <param name="TraceId">Finds the request in logs and traces.</param>
/// <param name="Errors">Every single thing that is wrong with the input; absent when the detail says it all.</param>
public sealed record ProblemDocument(
    string Title,
    int Status,
    string Detail,
    string Code,
    string Instance,
    string? TraceId,
    IReadOnlyList<Problem>? Errors)
{
    /// <summary><c>about:blank</c>: the status says what kind of problem it is, the code which one.</summary>
    public string Type { get; init; } = "about:blank";
}
