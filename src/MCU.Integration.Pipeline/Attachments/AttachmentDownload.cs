namespace MCU.Integration.Pipeline.Attachments;

/// <summary>What an outside system answered when a file was asked for.</summary>
/// <param name="Content">The file; null when it cannot be had. The receiver disposes it.</param>
/// <param name="Problem">Stable code when it cannot be had.</param>
/// <param name="Final">Asking again cannot help (gone, forbidden address).</param>
/// <param name="MaxSize">Bytes that may be taken.</param>
public sealed record AttachmentDownload(Stream? Content, string? Problem, bool Final, long MaxSize)
{
    public static AttachmentDownload Unavailable(string problem, bool final) => new(null, problem, final, 0);
}
