using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Submissions;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>A submission with its cases, and its document as its reader may see it.</summary>
/// <param name="Document">UTF-8 JSON <c>hub.submission</c>; null when the reader may not see bodies.</param>
/// <param name="Masked">Whether personal values were replaced.</param>
public sealed record SubmissionView(Submission Submission, IReadOnlyList<Case> Cases, byte[]? Document, bool Masked);
