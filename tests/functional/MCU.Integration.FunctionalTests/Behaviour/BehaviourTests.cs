using MCU.Integration.FunctionalTests.Hosting;
using MCU.Integration.Workflows.Tests.Behaviour;

namespace MCU.Integration.FunctionalTests.Behaviour;

/// <summary>What a real Elsa 3.8 server did, done again by a running hub over HTTP.</summary>
public abstract class BehaviourTests(HubHost hub) : HubTests(hub)
{
    public static TheoryData<string> Cases => [.. CaseFolder.All().Where(CaseSelection.IsSelected)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Case_RunOverHttp_DoesWhatWasRecorded(string name)
    {
        await using var echo = await EchoServer.StartAsync();
        using var admin = Hub.Admin();
        using var anybody = Hub.Client();
        var server = new HttpCaseServer(admin, anybody, echo);
        var folder = CaseFolder.Open(name);
        var comparer = new CaseComparer((string?)folder.Case["journalOrder"] == "any");
        try
        {
            var actual = await new CaseRunner(folder, server).RunAsync();

            comparer.Difference(folder.Expected, actual).ShouldBeNull();
        }
        finally
        {
            // What a case leaves behind (timers, routes) must not meet the next one.
            foreach (var id in folder.Files.Values.Select(file => (string?)file["definitionId"]).OfType<string>().Distinct())
            {
                await server.ApiAsync("DELETE", $"/workflow-definitions/{Uri.EscapeDataString(id)}");
            }
        }
    }
}
