namespace MCU.Integration.Hub.Problems;

/// <summary>Gives a body to the bare error statuses of routing and authorization.</summary>
internal static class ProblemPages
{
    public static void UseHubProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = _ => true, ExceptionHandler = static _ => Task.CompletedTask, AllowStatusCode404Response = true });
        app.UseStatusCodePages(static pages =>
        {
            var context = pages.HttpContext;
            return IsForPeople(context.Request) ? Task.CompletedTask : WriteAsync(context, context.Response.StatusCode);
        });
    }

    private static Task WriteAsync(HttpContext context, int status) => ProblemWriter.WriteAsync(context, status, ProblemCode.Of(status), status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => $"This address does not take {context.Request.Method}.",
        StatusCodes.Status415UnsupportedMediaType => "The body must be application/json in UTF-8.",
        _ => "The request was refused.",
    });

    private static bool IsForPeople(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api/v1")
        && !request.Path.StartsWithSegments("/elsa/api")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
