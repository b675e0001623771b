using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>A file of a case as maps see it.</summary>
public sealed record CaseFile(AttachmentId Id, string Name, string MediaType, long? Size)
{
    public static CaseFile Of(AttachmentRow row) => new(row.Id, row.Name, row.MediaType, row.Size);
}
