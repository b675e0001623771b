using MCU.Integration.Workflows.Http;
using Microsoft.AspNetCore.Http;

namespace MCU.Integration.ElsaApi.HttpWorkflows;

/// <summary>Writes what a workflow answers.</summary>
internal static class HttpResponseWriter
{
    public static async Task WriteAsync(HttpResponse response, HttpResponseData answer, CancellationToken cancellation)
    {
        // An informational status would leave the caller waiting for the real one.
        response.StatusCode = answer.StatusCode is >= 200 and <= 599 ? answer.StatusCode : StatusCodes.Status500InternalServerError;
        foreach (var (name, values) in answer.Headers)
        {
            response.Headers[name] = values.ToArray();
        }

        if (answer.Body is not { } body || response.StatusCode is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
        {
            return;
        }

        response.ContentType = answer.ContentType;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(response.HttpContext.Request.Method))
        {
            await response.Body.WriteAsync(body, cancellation);
        }
    }
}
