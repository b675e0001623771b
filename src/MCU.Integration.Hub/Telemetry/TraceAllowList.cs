using System.Diagnostics;
using OpenTelemetry;

namespace MCU.Integration.Hub.Telemetry;

/// <summary>
/// Lets only known tags leave the hub (domain-facts §7: an allow-list, not a deny-list): no address, no query, no agent, no words of an exception.
/// A new tag of a library stays inside until somebody has looked at it.
/// </summary>
internal sealed class TraceAllowList : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.response.status_code", "http.route", "network.protocol.version", "url.scheme", "error.type",
        "mcu.adapter", "mcu.operation", "mcu.delivery", "mcu.work", "mcu.kind", "mcu.outcome",
    };

    public override void OnEnd(Activity data)
    {
        foreach (var (key, _) in data.TagObjects.ToList())
        {
            if (!Allowed.Contains(key))
            {
                data.SetTag(key, null);
            }
        }

        // A status may carry the message of an exception; a request without a route is named by its address.
        data.SetStatus(data.Status);
        if (data.Kind == ActivityKind.Server && data.GetTagItem("http.route") is null)
        {
            data.DisplayName = data.GetTagItem("http.request.method") as string ?? "request";
        }
    }
}
