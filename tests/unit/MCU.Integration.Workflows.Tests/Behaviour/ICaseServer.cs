using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <summary>
/// A server that behaviour cases run against, spoken to in the Elsa API's own terms: in memory here, over HTTP in the functional tests.
/// </summary>
internal interface ICaseServer
{
    /// <summary>Calls the management API; the path has its query and no prefix.</summary>
    Task<CaseResponse> ApiAsync(string method, string path, JsonNode? body = null);

    /// <summary>Sends a request to a path of HTTP workflows, without credentials.</summary>
    Task<CaseResponse> HttpAsync(CaseRequest request);

    /// <summary>Returns when nothing of these definitions is at work; a server that works in the background has to wait for it.</summary>
    Task SettleAsync(IReadOnlyCollection<string> definitionIds) => Task.CompletedTask;

    /// <summary>Lets time pass, for polling and for "nothing happens" checks.</summary>
    Task WaitAsync(TimeSpan time);
}
