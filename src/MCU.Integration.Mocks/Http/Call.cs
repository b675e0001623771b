using System.Text.Json.Nodes;
using WireMock;

namespace MCU.Integration.Mocks.Http;

/// <summary>A request as the handlers of the mocks see it.</summary>
internal sealed class Call(IRequestMessage request)
{
    private JsonObject? _body;

    /// <summary>Path segments, from 0.</summary>
    public string[] Path { get; } = request.PathSegments;

    public byte[] Bytes { get; } = request.BodyAsBytes ?? [];

    public string? IdempotencyKey => Header("Idempotency-Key");

    public JsonObject? Body => _body ??= JsonText.ObjectOf(Bytes);

    public string? Header(string name) =>
        request.Headers?.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();

    public string? Query(string name) => request.Query is { } query && query.TryGetValue(name, out var values) ? values.FirstOrDefault() : null;
}
