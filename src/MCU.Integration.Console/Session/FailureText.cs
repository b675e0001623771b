using System.Data.Common;
using MCU.Integration.Console.Language;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Sealing;
using Microsoft.Extensions.Logging;

namespace MCU.Integration.Console.Session;

/// <summary>Says in the visitor's language why something could not be done. What is not expected is logged whole and told without details.</summary>
public sealed partial class FailureText(ILogger<FailureText> logger)
{
    public string Say(Exception failure)
    {
        switch (failure)
        {
            case AccessDeniedException denied:
                return Plain.Say(Texts.FailureDenied, Words.Of(denied.Right));
            case UseCaseException { Problems.Count: > 0 } invalid:
                return string.Join(' ', invalid.Problems.Select(problem => Words.Code("Problem", problem.Code, problem.Message)).Distinct());
            case UseCaseException { Failure: UseCaseFailure.NotFound }:
                return Texts.FailureNotFound;
            case UseCaseException:
                return Texts.FailureConflict;
            case InvalidCursorException:
                return Texts.FailureCursor;
            case SealBrokenException:
                return Texts.FailureErased;
            case DbException or TimeoutException:
                Log.Unavailable(logger, failure);
                return Texts.FailureUnavailable;
            default:
                Log.Unexpected(logger, failure);
                return Texts.FailureUnexpected;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5001, LogLevel.Warning, "A page cannot reach the database.")]
        public static partial void Unavailable(ILogger logger, Exception exception);

        [LoggerMessage(5002, LogLevel.Error, "A page failed.")]
        public static partial void Unexpected(ILogger logger, Exception exception);
    }
}
