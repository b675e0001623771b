using System.Text.Json;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Attachments;

/// <summary>What is sealed of an attachment: citizens write their names into those of files, and addresses of files repeat them.</summary>
public sealed record AttachmentDetails(string Url, string Name)
{
    /// <summary>Those of a file that was erased.</summary>
    public static AttachmentDetails Erased { get; } = new("", "");

    public static SealedBody Seal(ISealer sealer, AttachmentRow row) =>
        sealer.Seal(SealedPlace.File(row.Id), JsonSerializer.SerializeToUtf8Bytes(new AttachmentDetails(row.Url, row.Name)));

    /// <exception cref="SealBrokenException">The details belong to another file, or their key was erased.</exception>
    public static AttachmentDetails Open(ISealer sealer, AttachmentId id, SealedBody? body) =>
        body is null ? Erased : JsonSerializer.Deserialize<AttachmentDetails>(sealer.Open(SealedPlace.File(id), body))!;
}
