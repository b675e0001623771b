using MCU.Integration.Workflows.Http;
using Microsoft.AspNetCore.Http;

namespace MCU.Integration.ElsaApi.HttpWorkflows;

/// <summary>What a workflow answered, as the result of an endpoint.</summary>
internal sealed class WorkflowAnswer(HttpResponseData answer) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => HttpResponseWriter.WriteAsync(httpContext.Response, answer, httpContext.RequestAborted);
}
