using System.Text.Json;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Workflows.Runtime;
using Microsoft.AspNetCore.Diagnostics;

namespace MCU.Integration.Hub.Problems;

/// <summary>Turns exceptions into problems. What is not known here is a fault of the hub: logged whole, told to the client without details.</summary>
internal sealed partial class ExceptionProblems(ILogger<ExceptionProblems> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var (status, code, detail, errors) = Judge(exception);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            Log.Failed(logger, exception, httpContext.Request.Method, httpContext.GetEndpoint()?.DisplayName ?? "?");
        }

        await ProblemWriter.WriteAsync(httpContext, status, code, detail, errors);
        return true;
    }

    private static (int Status, string Code, string Detail, IReadOnlyList<Problem>? Errors) Judge(Exception exception) => exception switch
    {
        AccessDeniedException denied => (StatusCodes.Status403Forbidden, ProblemCode.Forbidden, denied.Message, null),
        UseCaseException { Failure: UseCaseFailure.NotFound } missing => (StatusCodes.Status404NotFound, ProblemCode.NotFound, missing.Message, null),
        UseCaseException { Failure: UseCaseFailure.Conflict } conflict => (StatusCodes.Status409Conflict, ProblemCode.Conflict, conflict.Message, conflict.Problems),
        UseCaseException invalid => (StatusCodes.Status422UnprocessableEntity, ProblemCode.Invalid, invalid.Message, invalid.Problems),
        BadHttpRequestException { InnerException: JsonException json } => (StatusCodes.Status400BadRequest, ProblemCode.Malformed, "The body is not the JSON that is expected here.", [JsonProblems.Of(json)]),
        BadHttpRequestException bad => (bad.StatusCode, ProblemCode.Of(bad.StatusCode), bad.Message, null),
        SealBrokenException => (StatusCodes.Status410Gone, "erased", "The content was erased, or its key is lost.", null),
        InvalidCursorException => (StatusCodes.Status400BadRequest, ProblemCode.Malformed, exception.Message, [new("/cursor", "invalid_cursor", exception.Message)]),
        _ when IsUnavailable(exception) => (StatusCodes.Status503ServiceUnavailable, ProblemCode.Unavailable, "The hub cannot do this now: its database is away, or its content is being published. Try again later.", null),
        _ => (StatusCodes.Status500InternalServerError, ProblemCode.Internal, "The hub failed. The trace id finds the reason in its log.", null),
    };

    private static bool IsUnavailable(Exception exception) => exception is IInfrastructureFault or System.Data.Common.DbException;

    private static partial class Log
    {
        [LoggerMessage(5001, LogLevel.Error, "{Method} {Endpoint} failed.")]
        public static partial void Failed(ILogger logger, Exception exception, string method, string endpoint);
    }
}
