using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MCU.Integration.CrashTests.Judging;

namespace MCU.Integration.CrashTests.Workflows;

/// <summary>Workflows of a hub, through its API.</summary>
internal sealed class InstanceView(Uri url, string key) : IDisposable
{
    private readonly HttpClient _http = Http.Client(url, new AuthenticationHeaderValue("ApiKey", key));

    public async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await _http.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task DispatchAsync(string definitionId)
    {
        using var answer = await _http.PostAsJsonAsync($"/elsa/api/workflow-definitions/{definitionId}/dispatch", new { });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Asks for something that the hub will not live to answer.</summary>
    public async Task AskInVainAsync(string path)
    {
        try
        {
            using var answer = await _http.PostAsJsonAsync(path, new { });
        }
        catch (HttpRequestException)
        {
            // It died.
        }
    }

    /// <summary>Every instance in a line: definition, state and outputs.</summary>
    public async Task<IReadOnlyList<string>> InstancesAsync()
    {
        using var list = await _http.PostAsJsonAsync("/elsa/api/workflow-instances", new { });
        var found = await list.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>();
        var lines = new List<string>();
        foreach (var row in found!["items"]!.AsArray())
        {
            var instance = await _http.GetFromJsonAsync<JsonObject>($"/elsa/api/workflow-instances/{row!["id"]}");
            lines.Add($"{row["definitionId"]} {row["subStatus"]} {instance!["workflowState"]!["output"]!.ToJsonString()}");
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    public void Dispose() => _http.Dispose();
}
