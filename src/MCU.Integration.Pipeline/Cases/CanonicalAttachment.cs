using System.Text.Json;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>A file that a canonical document names.</summary>
public sealed record CanonicalAttachment(string Id, string Url, string Name, string MediaType, long? Size, string? Sha256)
{
    /// <summary>The files of a document; entries without an address are left out.</summary>
    public static IEnumerable<CanonicalAttachment> ReadAll(JsonElement document) =>
        from item in document.Items("attachments")
        let id = item.Text("id")
        let url = item.Text("url")
        where id is not null && url is not null
        select new CanonicalAttachment(
            id,
            url,
            item.Text("name") ?? id,
            item.Text("mediaType") ?? "application/octet-stream",
            item.Child("size") is { ValueKind: JsonValueKind.Number } size && size.TryGetInt64(out var bytes) ? bytes : null,
            item.Text("sha256")?.ToLowerInvariant());
}
