using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.Http;

/// <summary>What a mock answers.</summary>
internal sealed record Reply(int Status, byte[]? Body, string MediaType)
{
    private const string Json = "application/json; charset=utf-8";

    public static Reply Ok(JsonNode body) => new(200, JsonText.Bytes(body), Json);

    public static Reply Created(JsonNode body) => new(201, JsonText.Bytes(body), Json);

    public static Reply File(byte[] content, string mediaType) => new(200, content, mediaType);

    public static Reply Problem(int status, string code, string detail) =>
        new(status, JsonText.Bytes(new JsonObject { ["title"] = code, ["status"] = status, ["code"] = code, ["detail"] = detail }), "application/problem+json; charset=utf-8");
}
