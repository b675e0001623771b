using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Commits;

/// <param name="Details">Name and address, sealed.</param>
public sealed record AttachmentWrite(AttachmentRow Row, SealedBody Details);
