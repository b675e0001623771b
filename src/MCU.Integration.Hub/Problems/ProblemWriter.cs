using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MCU.Integration.Pipeline.Problems;
using Microsoft.AspNetCore.WebUtilities;

namespace MCU.Integration.Hub.Problems;

/// <summary>Answers with a problem (RFC 9457), whatever the client says that it accepts: an error that nobody can read helps nobody.</summary>
internal static class ProblemWriter
{
    public const string MediaType = "application/problem+json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static ProblemDocument Describe(HttpContext context, int status, string code, string detail, IReadOnlyList<Problem>? errors = null) => new(
        ReasonPhrases.GetReasonPhrase(status),
        status,
        detail,
        code,
        context.Request.Path,
        Activity.Current?.TraceId.ToString(),
        errors is { Count: > 0 } ? errors : null);

    public static Task WriteAsync(HttpContext context, int status, string code, string detail, IReadOnlyList<Problem>? errors = null)
    {
        if (context.Response.HasStarted)
        {
            return Task.CompletedTask;
        }

        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(Describe(context, status, code, detail, errors), Json, MediaType, CancellationToken.None);
    }
}
