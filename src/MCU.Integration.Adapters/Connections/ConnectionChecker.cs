using System.Net;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Adapters.Transport;
using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Adapters.Connections;

/// <summary>Reads of one request to the base address how far the connection comes: settings, network, sign-in, answer.</summary>
public sealed class ConnectionChecker(AdapterManifests manifests, AdapterClient client) : IConnectionChecker
{
    private static readonly string[] Names = ["settings", "network", "sign_in", "answer"];

    public async Task<ConnectionCheck> CheckAsync(string adapter, CancellationToken cancellation)
    {
        if (!manifests.TryGet(adapter, out var manifest))
        {
            return Failed(0, "no_manifest");
        }

        var answer = await client.SendAsync(manifest, new(HttpMethod.Get, ""), cancellation);
        return answer.Failure is not null ? Failed(StageOf(answer.Error ?? ""), answer.Error) : Judge(answer.Status);
    }

    // Nobody knows what lies at the base address; any answer but these says that the system is there and lets the hub in.
    private static ConnectionCheck Judge(int status) => status switch
    {
        (int)HttpStatusCode.Unauthorized or (int)HttpStatusCode.Forbidden => Failed(2, $"status_{status}"),
        >= 500 => Failed(3, $"status_{status}"),
        _ => new(true, [.. Names.Select(name => new ConnectionStage(name, true, null))]),
    };

    private static int StageOf(string error) => error switch
    {
        "not_configured" or "no_credentials" or "paused" or "address_outside_base" or "address_not_allowed" => 0,
        _ when error.StartsWith("token_refused", StringComparison.Ordinal) => 2,
        _ => 1,
    };

    private static ConnectionCheck Failed(int at, string? code) =>
        new(false, [.. Names.Select((name, i) => new ConnectionStage(name, i < at ? true : i == at ? false : null, i == at ? code : null))]);
}
