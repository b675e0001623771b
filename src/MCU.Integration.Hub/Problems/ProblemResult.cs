using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Hub.Problems;

/// <summary>A problem as the result of an endpoint.</summary>
internal sealed class ProblemResult(int status, string code, string detail, IReadOnlyList<Problem>? errors = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => ProblemWriter.WriteAsync(httpContext, status, code, detail, errors);
}
