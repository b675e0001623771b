using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.Http;

/// <summary>What a mock answers.</summary>
internal sealed record Reply(int Status, byte[]? Body, string MediaType)
{
    private const string Json = "application/json; charset=utf-8";

    public static Reply Ok(JsonNode body) => new(200, JsonText.Bytes(body), Json);

    public static Reply Created(JsonNode body) => new(201, JsonText.Bytes(body), Json);

    public static Reply File(byte[] content, string mediaType) => new(200, content, mediaType);

    /// <summary>409 with members that say what stands already.</summary>
    public static Reply Conflict(string code, JsonObject members)
    {
        members["title"] = code;
        members["status"] = 409;
        members["code"] = code;
        return new Reply(409, JsonText.Bytes(members), "application/problem+json; charset=utf-8");
    }

    public static Reply Problem(int status, string code, string detail) =>
        new(status, JsonText.Bytes(new JsonObject { ["title"] = code, ["status"] = status, ["code"] = code, ["detail"] = detail }), "application/problem+json; charset=utf-8");
}
