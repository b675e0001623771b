using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>A file of a case as maps see it.</summary>
public sealed record CaseFile(AttachmentId Id, string Name, string MediaType, long? Size);
