using MCU.Integration.Mocks.Faults;
using Microsoft.AspNetCore.Http;

namespace MCU.Integration.Mocks.City;

/// <summary>Stands before WireMock: answers <c>/__city/…</c> itself, so that the request log stays business only, and plays the faults.</summary>
internal sealed class CityMiddleware(Func<PathString, string> systemOf, CityControl control, FaultSwitch faults, LifeClock clock)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/__city", out var rest))
        {
            await control.HandleAsync(context, rest);
            return;
        }

        // Signing in changes nothing: a fault of the writes must not shut the feeds off.
        var write = !HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/oauth");
        if (context.Request.Path.StartsWithSegments("/__admin") || faults.TakeForRequest(systemOf(context.Request.Path), write) is not { } fault)
        {
            await next(context);
            return;
        }

        switch (fault.Profile)
        {
            case FaultProfile.Slow:
                await Task.Delay(TimeSpan.FromMilliseconds(fault.Milliseconds), clock.Time, context.RequestAborted);
                await next(context);
                break;
            case FaultProfile.Errors500:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            case FaultProfile.Gone:
                context.Response.StatusCode = StatusCodes.Status410Gone;
                break;
            case FaultProfile.TooMany:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = "1";
                break;
            case FaultProfile.Reset:
                context.Abort();
                break;
            default:
                context.Response.Body = new MemoryStream();
                await next(context);
                await StaySilentAsync(fault, context);
                context.Abort();
                break;
        }
    }

    private async Task StaySilentAsync(Fault fault, HttpContext context)
    {
        if (fault.Profile != FaultProfile.TimeoutAfterCommit)
        {
            return;
        }

        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, clock.Stopping);
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(fault.Milliseconds), clock.Time, gone.Token);
        }
        catch (OperationCanceledException)
        {
        }
    }
}
