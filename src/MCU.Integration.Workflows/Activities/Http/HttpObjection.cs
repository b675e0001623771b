using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Http;

/// <summary>Why a request may not pass an endpoint.</summary>
/// <param name="StatusCode">The status of the answer.</param>
/// <param name="Body">The content of the answer; its <c>message</c> says why.</param>
/// <param name="Outcome">The outcome by which the workflow goes on instead of an answer.</param>
internal sealed record HttpObjection(int StatusCode, JsonObject Body, string? Outcome)
{
    /// <summary>An objection that the endpoint may expose as an outcome.</summary>
    public static HttpObjection Of(int statusCode, string message, string outcome, bool isExposed) =>
        new(statusCode, new JsonObject { ["message"] = message }, isExposed ? outcome : null);

    /// <summary>The content is not JSON although its type says so.</summary>
    public static HttpObjection Malformed(JsonException e) => new(
        400, new JsonObject { ["message"] = e.Message, ["path"] = e.Path ?? "$", ["lineNumber"] = e.LineNumber }, null);

    public HttpResponseData ToResponse() => new(StatusCode)
    {
        ContentType = "application/json; charset=utf-8",
        Body = Encoding.UTF8.GetBytes(Body.ToJsonString(JsonValues.Relaxed)),
    };
}
