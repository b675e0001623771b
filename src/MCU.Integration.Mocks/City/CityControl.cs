using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Mocks.Faults;
using MCU.Integration.Mocks.Http;
using Microsoft.AspNetCore.Http;

namespace MCU.Integration.Mocks.City;

/// <summary>
/// The city's own endpoints, the same on every server: <c>GET /__city/state</c>, <c>GET /__city/log?after=&amp;limit=</c>,
/// <c>GET|POST /__city/faults</c>, <c>POST /__city/messages</c> (a new citizen's message).
/// </summary>
internal sealed class CityControl(CityLog log, FaultSwitch faults, IReadOnlyCollection<string> systems, Func<JsonObject> state, Action<JsonObject> publish)
{
    public async Task HandleAsync(HttpContext context, PathString path)
    {
        switch (context.Request.Method, path.Value)
        {
            case ("GET", "/state"):
                await AnswerAsync(context, StatusCodes.Status200OK, state());
                break;
            case ("GET", "/log"):
                var after = long.TryParse(context.Request.Query["after"], out var number) ? number : 0;
                var limit = int.TryParse(context.Request.Query["limit"], out var some) ? some : int.MaxValue;
                await AnswerAsync(context, StatusCodes.Status200OK, new { entries = log.After(after, limit) });
                break;
            case ("GET", "/faults"):
                await AnswerAsync(context, StatusCodes.Status200OK, new { faults = faults.Active });
                break;
            case ("POST", "/faults"):
                await SetFaultAsync(context);
                break;
            case ("POST", "/messages"):
                await PublishAsync(context);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private async Task SetFaultAsync(HttpContext context)
    {
        try
        {
            var fault = await JsonSerializer.DeserializeAsync<Fault>(context.Request.Body, JsonText.Options, context.RequestAborted);
            if (fault is null || !systems.Contains(fault.System))
            {
                throw new JsonException($"system is one of {string.Join(", ", systems)}");
            }

            faults.Set(fault);
            await AnswerAsync(context, StatusCodes.Status200OK, new { faults = faults.Active });
        }
        catch (JsonException exception)
        {
            await AnswerAsync(context, StatusCodes.Status400BadRequest, new { detail = exception.Message });
        }
    }

    private async Task PublishAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (JsonText.ObjectOf(body.ToArray()) is not { } message || message.Text("message_id") is not { } id)
        {
            await AnswerAsync(context, StatusCodes.Status400BadRequest, new { detail = "A pos.message document with a message_id is expected." });
            return;
        }

        publish(message);
        await AnswerAsync(context, StatusCodes.Status202Accepted, new { message_id = id });
    }

    private static Task AnswerAsync(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(body, JsonText.Options, context.RequestAborted);
    }
}
