using MCU.Integration.Mocks.City;
using MCU.Integration.Mocks.Http;
using MCU.Integration.Mocks.Samples;

namespace MCU.Integration.Mocks.Sed;

/// <summary>Routes of the СЭД mock.</summary>
internal static class SedServer
{
    public static void Route(MockServer server, SedRegistry registry, SampleSet samples, MockCityOptions options)
    {
        void Guarded(string method, string pattern, Func<Call, Reply> handler) => GuardedAsync(method, pattern, call => Task.FromResult(handler(call)));
        void GuardedAsync(string method, string pattern, Func<Call, Task<Reply>> handler) =>
            server.Route(method, pattern, call => BasicCredentials.Of(call) == (options.User, options.Password)
                ? handler(call)
                : Task.FromResult(Reply.Problem(401, "sign_in_failed", "User or password is wrong.")));

        Guarded("POST", "/cards", registry.Create);
        Guarded("GET", "/cards", registry.Probe);
        Guarded("GET", "/cards/*", registry.Get);
        GuardedAsync("POST", "/cards/*/files", registry.UploadAsync);
        Guarded("POST", "/cards/*/notes", registry.Note);
        Guarded("POST", "/cards/*/reopen", registry.Reopen);
        Guarded("GET", "/files/*", call => registry.AnswerFile(call, samples));
    }
}
