namespace MCU.Integration.Pipeline.Attachments;

/// <summary>What came of fetching a file.</summary>
/// <param name="Row">Null when the hub knows no such attachment.</param>
/// <param name="BlobHash">Where its content is; null when it cannot be had.</param>
/// <param name="Problem">Stable code when it cannot be had.</param>
/// <param name="Final">Asking again cannot help.</param>
public sealed record AttachmentFetch(AttachmentRow? Row, string? BlobHash, string? Problem, bool Final);
