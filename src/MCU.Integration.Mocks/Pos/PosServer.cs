using System.Text.Json.Nodes;
using MCU.Integration.Mocks.City;
using MCU.Integration.Mocks.Http;

namespace MCU.Integration.Mocks.Pos;

/// <summary>Routes of the ПОС mock. The contract is ours: the real one is not public.</summary>
internal static class PosServer
{
    private static readonly string[] ResultTypes = ["done", "explained", "refused"];

    private static readonly string[] WorkStatuses = ["COORDINATION", "IN_PROGRESS", "DRAFT", "APPROVAL", "DEFERRED"];

    public static void Route(MockServer server, PosPlatform platform, MockCityOptions options)
    {
        var tokens = new PosTokens(options);
        server.Route("POST", "/oauth/token", tokens.Issue);

        void Guarded(string method, string pattern, Func<Call, Reply> handler) => GuardedAsync(method, pattern, call => Task.FromResult(handler(call)));
        void GuardedAsync(string method, string pattern, Func<Call, Task<Reply>> handler) =>
            server.Route(method, pattern, call => tokens.Accepts(call)
                ? handler(call)
                : Task.FromResult(Reply.Problem(401, "token_invalid", "The access token is missing, unknown or expired.")));

        Guarded("GET", "/api/v1/messages", platform.Messages);
        Guarded("GET", "/api/v1/events", platform.Events);
        Guarded("GET", "/api/v1/attachments/*", call => platform.Attachment(call.Path[3]));
        GuardedAsync("POST", "/api/v1/files", platform.UploadAsync);
        Guarded("POST", "/api/v1/messages/*/accept", call => platform.Move(call, "pos.accept", "COORDINATION", _ => null));
        Guarded("POST", "/api/v1/messages/*/status", call => platform.Move(call, "pos.status", call.Body.Text("to"), CheckStatus));
        Guarded("POST", "/api/v1/messages/*/clarification", call => platform.Move(call, "pos.clarification", "CLARIFICATION", body => Needs(body, "question")));
        Guarded("POST", "/api/v1/messages/*/interim", call => platform.Move(call, "pos.interim", "EXTENDED", body => Needs(body, "due_at")));
        Guarded("POST", "/api/v1/messages/*/answer", call => platform.Move(call, "pos.answer", "ANSWERED", body => CheckAnswer(body, platform)));
        Guarded("POST", "/api/v1/messages/*/redirect", call => platform.Move(call, "pos.redirect", "REDIRECTED", CheckRedirect));
    }

    private static string? Needs(JsonObject body, string property) =>
        string.IsNullOrWhiteSpace(body.Text(property)) ? $"{property} is required." : null;

    private static string? CheckStatus(JsonObject body) =>
        WorkStatuses.Contains(body.Text("to")) ? null : $"to is one of {string.Join(", ", WorkStatuses)}.";

    private static string? CheckRedirect(JsonObject body) =>
        body["redirect_to"] is JsonObject target ? Needs(target, "name") : "redirect_to is required.";

    private static string? CheckAnswer(JsonObject body, PosPlatform platform)
    {
        if (!ResultTypes.Contains(body.Text("result_type")))
        {
            return $"result_type is one of {string.Join(", ", ResultTypes)}.";
        }

        var unknown = (body["answer_files"] as JsonArray ?? []).FirstOrDefault(file => file is null || !platform.HasUploaded(file.ToString()));
        return unknown is null ? Needs(body, "answer_text") : $"answer_files names {unknown}, which was not uploaded.";
    }
}
